using Karvan.Platform.Events;
using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Certificates;

/// <summary>A firm, or its expert, records a certificate of export readiness; it then waits for the expert's check.</summary>
public sealed class AddEraCertificate(
    KarvanContext db,
    Changes changes,
    StoreFile store,
    TimeProvider clock
)
{
    /// <param name="file">The scanned certificate; only an expert may leave it out.</param>
    public async Task<Outcome<Guid, EraRefusal>> Run(
        Guid enterprise,
        EraCertificateEntry entry,
        ReceivedFile? file,
        CancellationToken cancellation = default
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = TehranTime.DayOf(now);
        var wrong = Refusals.Of(
            (
                EraCertificate.KeyOf(entry.Number).Length == 0
                    || entry.Number.Trim().Length > EraCertificate.LongestNumber,
                EraRefusal.NumberWrong
            ),
            (entry.Score is < 0 or > EraCertificate.HighestScore, EraRefusal.ScoreOutOfRange),
            (entry.IssuedOn > today, EraRefusal.IssueInFuture),
            (entry.ExpiresOn < entry.IssuedOn, EraRefusal.DatesReversed),
            (file is null && db.Author.ActingFor == enterprise, EraRefusal.FileMissing)
        );
        if (wrong.Length > 0)
        {
            return wrong;
        }
        await using var change = await changes.Begin(RegistryActs.AddEraCertificate, cancellation);
        var firm = await db.Enterprises.SingleOrDefaultAsync(e => e.Id == enterprise, cancellation);
        if (firm is null)
        {
            return EraRefusal.NotFound;
        }
        var certificate = EraCertificate.Add(firm, entry, now);
        if (await IsTaken(certificate.NumberKey, cancellation))
        {
            return EraRefusal.NumberTaken;
        }
        if (file is not null)
        {
            var stored = await store.Run(
                file,
                certificate.Subject,
                RegistryActs.ReadEraCertificate,
                cancellation
            );
            if (!stored.Done)
            {
                return EraRefusal.FileInfected;
            }
            certificate.Show(stored.Value.Id);
        }
        db.EraCertificates.Add(certificate);
        try
        {
            await change.Commit(new EraCertificateAdded(certificate.Subject), cancellation);
        }
        catch (DbUpdateException e) when (UniqueViolation.Is(e))
        {
            // Somebody else was quicker with the same number: the unique index has the last word.
            db.ChangeTracker.Clear();
            return EraRefusal.NumberTaken;
        }
        return certificate.Id;
    }

    private Task<bool> IsTaken(string key, CancellationToken cancellation) =>
        db
            .EraCertificates.IgnoreQueryFilters()
            .AnyAsync(
                c => c.NumberKey == key && c.State != EraCertificateState.Refused,
                cancellation
            );
}
