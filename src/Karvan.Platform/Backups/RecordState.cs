using Karvan.Platform.Audit;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Backups;

/// <summary>The schema and the record of changes of one state of a database.</summary>
internal sealed record RecordState(
    string Migration,
    IReadOnlyList<ChainHead> Heads,
    AuditVerdict Verdict
)
{
    /// <exception cref="UnusableBackupException">It is not of this Karvan.</exception>
    public static async Task<RecordState> Of(
        KarvanContext db,
        IBackupWatch watch,
        CancellationToken cancellation
    )
    {
        watch.Begin("computing the chains of the record anew");
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellation)).ToList();
        if (applied.Count == 0)
        {
            throw new UnusableBackupException(
                "the database: found no tables of Karvan, expected some; see whether --database names the right one"
            );
        }
        if (applied.Except(db.Database.GetMigrations(), StringComparer.Ordinal).Any())
        {
            throw new UnusableBackupException(
                $"the database: found the schema {applied[^1]}, expected at most {db.Database.GetMigrations().Last()} of Karvan {BackupManifest.Version}; use the Karvan that runs on it"
            );
        }
        var heads = await new AuditSearch(db).Heads(cancellation);
        var verdict = await new AuditVerification(db).Run(heads, cancellation);
        return new RecordState(applied[^1], heads, verdict);
    }

    public BackupManifest Draft(string provider, string server, string content, DateTime at) =>
        new(
            BackupManifest.Version,
            provider,
            server,
            Migration,
            at,
            content,
            0,
            "",
            Verdict.Events,
            Heads,
            Verdict.Broken
        );
}
