using Karvan.Platform.Persistence;

namespace Karvan.Platform.Backups;

/// <summary>Writes one state of a database into a file, while others go on writing to it.</summary>
public sealed class TakeBackup(TimeProvider clock, PostgresPrograms programs, IBackupWatch watch)
{
    /// <param name="path">A file that is not there yet, or a folder: in it the file is named by the moment.</param>
    /// <returns>Where it is, and what it says of itself.</returns>
    /// <exception cref="UnusableBackupException">It cannot be taken; nothing was written.</exception>
    public async Task<(string Path, BackupManifest Manifest)> Run(
        string connection,
        string path,
        CancellationToken cancellation = default
    )
    {
        if (Directory.Exists(path))
        {
            path = Path.Combine(path, $"karvan-{clock.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}.backup");
        }
        // A backup is never written over: the older one may be the good one.
        if (File.Exists(path))
        {
            throw new UnusableBackupException(
                $"{path}: found a file, expected a new name; give another one, or the name of a folder"
            );
        }
        var manifest = Databases.IsPostgres(connection)
            ? await new PostgresBackup(connection, programs, clock).Write(path, watch, cancellation)
            : await new SqliteBackup(connection, clock).Write(path, watch, cancellation);
        return (path, manifest);
    }
}
