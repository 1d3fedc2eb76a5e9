using System.Security.Cryptography;

namespace Karvan.Platform.Backups;

/// <summary>Writes a backup under another name, and gives it its own when all of it is on disk.</summary>
internal sealed class BackupWriter : IAsyncDisposable
{
    private readonly PartialFile partial;
    private readonly BackupManifest draft;
    private readonly int room;
    private readonly FileStream file;
    private readonly SHA256 hash = SHA256.Create();
    private readonly CryptoStream content;

    /// <param name="path">Where nothing stands yet.</param>
    /// <param name="draft">All but the length and hash of the content.</param>
    public BackupWriter(string path, BackupManifest draft)
    {
        this.draft = draft;
        partial = PartialFile.Beside(path);
        room = BackupFile.RoomFor(draft);
        file = new FileStream(partial.Path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        // Whoever can read it can read all passwords' hashes and the keys of cookies.
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                file.SafeFileHandle,
                UnixFileMode.UserRead | UnixFileMode.UserWrite
            );
        }
        file.Position = room;
        content = new CryptoStream(file, hash, CryptoStreamMode.Write, leaveOpen: true);
    }

    public Stream Content => content;

    public async Task<BackupManifest> Finish(CancellationToken cancellation)
    {
        await content.FlushFinalBlockAsync(cancellation);
        var manifest = draft with
        {
            Length = file.Position - room,
            Sha256 = Convert.ToHexStringLower(hash.Hash!),
        };
        file.Position = 0;
        await file.WriteAsync(BackupFile.Head(manifest, room), cancellation);
        file.Flush(flushToDisk: true);
        await file.DisposeAsync();
        partial.Keep(replace: false);
        return manifest;
    }

    public async ValueTask DisposeAsync()
    {
        await content.DisposeAsync();
        await file.DisposeAsync();
        hash.Dispose();
        partial.Dispose();
    }
}
