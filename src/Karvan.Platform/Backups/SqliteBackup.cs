using System.IO.Compression;
using Karvan.Platform.Persistence;

namespace Karvan.Platform.Backups;

/// <summary>One state of an SQLite file: copied while it is used, checked, then packed.</summary>
internal sealed class SqliteBackup(string connection, TimeProvider clock)
{
    private const int Buffer = 1 << 20;

    public async Task<BackupManifest> Write(
        string path,
        IBackupWatch watch,
        CancellationToken cancellation
    )
    {
        using var copy = PartialFile.Beside(path);
        var at = clock.GetUtcNow().UtcDateTime;
        var version = await SqliteCopy.Take(connection, copy.Path, watch, cancellation);
        if (await SqliteCopy.FaultOf(copy.Path, watch, cancellation) is { } fault)
        {
            throw new UnusableBackupException(
                $"{Databases.FileOf(connection)}: found a damaged file ({fault}), expected one that holds together; nothing was written; go back to an older backup, or rescue what can be read with sqlite3's .recover"
            );
        }
        await using var db = SqliteCopy.Look(copy.Path);
        var state = await RecordState.Of(db, watch, cancellation);
        await using var file = new BackupWriter(
            path,
            state.Draft(BackupProviders.Sqlite, version, BackupProviders.SqliteContent, at)
        );
        await Pack(copy.Path, file.Content, watch, cancellation);
        return await file.Finish(cancellation);
    }

    private static async Task Pack(
        string from,
        Stream to,
        IBackupWatch watch,
        CancellationToken cancellation
    )
    {
        await using var copy = File.OpenRead(from);
        watch.Begin("packing", "bytes", copy.Length);
        await using var packed = new GZipStream(to, CompressionLevel.Fastest, leaveOpen: true);
        var buffer = new byte[Buffer];
        var done = 0L;
        int read;
        while ((read = await copy.ReadAsync(buffer, cancellation)) > 0)
        {
            await packed.WriteAsync(buffer.AsMemory(0, read), cancellation);
            watch.Report(done += read);
        }
    }
}
