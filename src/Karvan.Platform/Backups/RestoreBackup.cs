using Karvan.Platform.Audit;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Backups;

/// <summary>
/// Puts the state of a backup into a database. The backup is read through and everything compared before anything is written;
/// what stands there afterwards is the old state or the new one, never a part.
/// </summary>
public sealed class RestoreBackup(PostgresPrograms programs, IBackupWatch watch)
{
    /// <param name="replace">Whether a Karvan that stands there already may go.</param>
    /// <returns>What the backup says of itself, and how the restored chains hold against it.</returns>
    /// <exception cref="UnusableBackupException">It cannot be restored there; nothing was written.</exception>
    public async Task<(BackupManifest Manifest, AuditVerdict Verdict)> Run(
        string path,
        string connection,
        bool replace,
        CancellationToken cancellation = default
    )
    {
        using var backup = BackupFile.Open(path);
        await RefuseForeign(path, backup.Manifest, connection);
        if (Databases.IsPostgres(connection))
        {
            var restore = new PostgresRestore(connection, programs, watch);
            return (backup.Manifest, await restore.Run(backup, replace, cancellation));
        }
        else
        {
            var restore = new SqliteRestore(connection, watch);
            return (backup.Manifest, await restore.Run(backup, replace, cancellation));
        }
    }

    /// <summary>Chains that broke since the backup was taken: those that were broken then are the same chains at the same place.</summary>
    public static IReadOnlyList<BrokenChain> NewlyBroken(
        BackupManifest manifest,
        AuditVerdict verdict
    ) => [.. verdict.Broken.Except(manifest.Broken)];

    private static async Task RefuseForeign(string path, BackupManifest manifest, string connection)
    {
        var provider = BackupProviders.Of(connection);
        if (!string.Equals(manifest.Provider, provider, StringComparison.Ordinal))
        {
            throw new UnusableBackupException(
                $"{path}: found a backup of {manifest.Provider}, expected one of {provider} as the database to restore into; name a database of {manifest.Provider}"
            );
        }
        await using var db = Databases.Open(connection, WriteGate.Any());
        var known = db.Database.GetMigrations().ToList();
        if (!known.Contains(manifest.Migration, StringComparer.Ordinal))
        {
            throw new UnusableBackupException(
                $"{path}: found the schema {manifest.Migration} of Karvan {manifest.Karvan}, expected at most {known[^1]} of Karvan {BackupManifest.Version}; restore it with Karvan {manifest.Karvan} or newer"
            );
        }
    }
}
