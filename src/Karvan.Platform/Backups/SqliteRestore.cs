using System.IO.Compression;
using Karvan.Platform.Audit;
using Karvan.Platform.Persistence;
using Microsoft.Data.Sqlite;

namespace Karvan.Platform.Backups;

/// <summary>Into an SQLite file: unpacked and checked beside its place, then put there by one renaming.</summary>
internal sealed class SqliteRestore(string connection, IBackupWatch watch)
{
    private const string Replace = "--replace";

    private readonly string file = Path.GetFullPath(Databases.FileOf(connection)!);

    public async Task<AuditVerdict> Run(
        BackupFile backup,
        bool replace,
        CancellationToken cancellation
    )
    {
        await RefuseOccupied(replace, cancellation);
        await backup.Verify(watch, cancellation);
        using var copy = PartialFile.Beside(file);
        await Unpack(backup, copy.Path, cancellation);
        if (await SqliteCopy.FaultOf(copy.Path, watch, cancellation) is { } fault)
        {
            throw new UnusableBackupException(
                $"found a damaged file in the backup ({fault}), expected one that holds together; nothing was written; take another backup"
            );
        }
        var verdict = await Verify(copy.Path, backup.Manifest, cancellation);
        cancellation.ThrowIfCancellationRequested();
        await PutInPlace(copy, replace, cancellation);
        return verdict;
    }

    private async Task<AuditVerdict> Verify(
        string copy,
        BackupManifest manifest,
        CancellationToken cancellation
    )
    {
        watch.Begin("computing the chains of the record anew");
        await using var db = SqliteCopy.Look(copy);
        var verdict = await new AuditVerification(db).Run(manifest.Heads, cancellation);
        return RestoreBackup.NewlyBroken(manifest, verdict) is [var broken, ..]
            ? throw new UnusableBackupException(
                $"chain {broken.Chain}, event {broken.Number}: found {broken.Found}, expected {broken.Expected}; nothing was written; take another backup"
            )
            : verdict;
    }

    private async Task Unpack(BackupFile backup, string to, CancellationToken cancellation)
    {
        watch.Begin("unpacking", "bytes");
        await using var packed = new GZipStream(
            backup.Content(),
            CompressionMode.Decompress,
            leaveOpen: true
        );
        await using var copy = new FileStream(to, FileMode.CreateNew, FileAccess.Write);
        await packed.CopyToAsync(copy, cancellation);
        copy.Flush(flushToDisk: true);
    }

    private async Task RefuseOccupied(bool replace, CancellationToken cancellation)
    {
        if (!File.Exists(file))
        {
            if (SqliteBeside.FirstOf(file) is { } left)
            {
                throw new UnusableBackupException(
                    $"{left}: found what belongs to a database that is gone, expected nothing of that name; move it away, or it would be played into the restored one"
                );
            }
            return;
        }
        if (new FileInfo(file).Length == 0)
        {
            return;
        }
        var tables = await Tables(cancellation);
        if (tables.Count > 0 && !replace)
        {
            throw new UnusableBackupException(
                $"{file}: found a database with {tables.Count} tables, expected none or an empty one; name another file, or say {Replace}"
            );
        }
        if (tables.Count > 0 && !tables.Contains("AuditChains", StringComparer.Ordinal))
        {
            throw new UnusableBackupException(
                $"{file}: found tables that are not Karvan's, expected a database of Karvan; {Replace} takes the place of nothing else"
            );
        }
    }

    private async Task<List<string>> Tables(CancellationToken cancellation)
    {
        try
        {
            await using var old = new SqliteConnection(
                SqliteCopy.Text(file, SqliteOpenMode.ReadWrite)
            );
            await old.OpenAsync(cancellation);
            await using var command = old.CreateCommand();
            command.CommandText = "SELECT name FROM sqlite_schema WHERE type = 'table'";
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            var tables = new List<string>();
            while (await reader.ReadAsync(cancellation))
            {
                tables.Add(reader.GetString(0));
            }
            return tables;
        }
        catch (SqliteException e)
        {
            throw new UnusableBackupException(
                $"{file}: found a file that SQLite does not open ({e.Message}), expected none or a database; move it and what stands beside it ({string.Join(", ", SqliteBeside.Endings)}) away"
            );
        }
    }

    private async Task PutInPlace(PartialFile copy, bool replace, CancellationToken cancellation)
    {
        if (!File.Exists(file))
        {
            copy.Keep(replace: false);
            return;
        }
        await using var old = new SqliteConnection(SqliteCopy.Text(file, SqliteOpenMode.ReadWrite));
        await old.OpenAsync(cancellation);
        await Lock(old, cancellation);
        // Who asks for the old file now waits until the new one has its name.
        copy.Keep(replace: true);
    }

    /// <summary>
    /// The log of the old file must be gone before another takes its name; it goes only when nobody else has the file open.
    /// </summary>
    private async Task Lock(SqliteConnection old, CancellationToken cancellation)
    {
        try
        {
            old.DefaultTimeout = 1;
            var mode = await SqliteCopy.Ask(old, "PRAGMA journal_mode = DELETE", cancellation);
            if (mode is "delete")
            {
                await SqliteCopy.Ask(old, "BEGIN EXCLUSIVE", cancellation);
                return;
            }
        }
        catch (SqliteException e)
            when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
        {
            // Told below.
        }
        throw new UnusableBackupException(
            $"{file}: found it in use, expected nobody; stop the application first"
        );
    }
}
