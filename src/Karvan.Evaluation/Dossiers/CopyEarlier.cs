using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Evidence.Authorization;
using Karvan.Evidence.Items;
using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Dossiers;

/// <summary>
/// Copies the items of a firm's dossier of an earlier campaign, with their files: only for criteria that this campaign's
/// rulebook has as well. What is no longer in force, or held in another year, shows as incomplete.
/// </summary>
public sealed class CopyEarlierItems(
    KarvanContext db,
    DossierChanges dossiers,
    IRulebooks rulebooks,
    TimeProvider clock
)
{
    public Task<Outcome<Dossier, DossierRefusal>> Run(
        Guid dossierId,
        int version,
        Guid earlier,
        CancellationToken cancellation = default
    )
    {
        var count = 0;
        return dossiers.Run(
            dossierId,
            version,
            EvaluationActs.FileDossier,
            async (dossier, campaign) =>
            {
                if (dossier.State is not DossierState.Draft)
                {
                    return DossierRefusal.NotDraft;
                }
                var from = await db.Dossiers.SingleOrDefaultAsync(
                    d =>
                        d.Id == earlier
                        && d.Id != dossier.Id
                        && d.EnterpriseId == dossier.EnterpriseId,
                    cancellation
                );
                if (from is null)
                {
                    return DossierRefusal.NotFound;
                }
                var criteria =
                    rulebooks
                        .Find(campaign.Rulebook)
                        ?.Criteria.Where(c => c.Acceptance is not null)
                        .Select(c => c.Id)
                        .ToList()
                    ?? [];
                var items = await db
                    .EvidenceItems.Include(i => i.Files)
                    .Where(i =>
                        i.OwnerId == from.Id
                        && i.RemovedAt == null
                        && i.ProofId == null
                        && criteria.Contains(i.Criterion)
                    )
                    .OrderBy(i => i.AddedAt)
                    .ThenBy(i => i.Id)
                    .ToListAsync(cancellation);
                foreach (var item in items)
                {
                    await Copy(item, dossier, cancellation);
                }
                count = items.Count;
                dossier.Touch();
                return null;
            },
            dossier => new DossierItemsCopied(dossier.Subject, count),
            cancellation
        );
    }

    private async Task Copy(EvidenceItem item, Dossier into, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var copy = EvidenceItem.CopyOf(item, into.Owner, now);
        db.EvidenceItems.Add(copy);
        foreach (var file in item.Files.Where(f => f.TakenAwayAt is null))
        {
            var kept = await db.Attachments.SingleAsync(
                a => a.Id == file.AttachmentId,
                cancellation
            );
            var again = kept.For(copy.Subject, EvidenceActs.ReadEvidence, db.Author.Name, now);
            db.Attachments.Add(again);
            copy.Attach(file.Document, again.Id, now);
        }
    }
}
