using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Evidence.Authorization;
using Karvan.Evidence.Items;
using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Dossiers;

/// <summary>A file that was sent with an item.</summary>
/// <param name="Document">Id among the documents of the criterion, or <see cref="AttachedDocument.Further"/>.</param>
public sealed record ItemFile(string Document, ReceivedFile File);

/// <summary>
/// Adds an item of evidence to a dossier, or changes one. It is kept though something is missing still: what lacks is shown
/// until it is there, and holds up the submission alone.
/// </summary>
public sealed class SaveDossierItem(
    KarvanContext db,
    DossierChanges dossiers,
    IRulebooks rulebooks,
    StoreFile store,
    TimeProvider clock
)
{
    /// <param name="version">Of the item when the form was opened; not asked of a new one.</param>
    /// <param name="item">Null for a new one.</param>
    public async Task<Outcome<EvidenceItem, DossierRefusal>> Run(
        Guid dossierId,
        Guid? item,
        int version,
        string criterionId,
        EvidenceSaid said,
        IReadOnlyList<ItemFile> files,
        CancellationToken cancellation = default
    )
    {
        EvidenceItem? saved = null;
        DossierRefusal[] faults = [];
        var now = clock.GetUtcNow().UtcDateTime;
        said = said.Trimmed();
        var done = await dossiers.Run(
            dossierId,
            null,
            EvaluationActs.FileDossier,
            async (dossier, campaign) =>
            {
                if (dossier.State is not DossierState.Draft)
                {
                    return DossierRefusal.NotDraft;
                }
                var book = rulebooks.Find(campaign.Rulebook);
                var criterion = book?.Criteria.FirstOrDefault(c =>
                    c.Acceptance is not null && c.Id == criterionId
                );
                if (book is null || criterion is null)
                {
                    return DossierRefusal.CriterionUnknown;
                }
                faults = SaidFaults.Of(book, criterion, said, TehranTime.DayOf(now));
                if (faults is [var first, ..])
                {
                    return first;
                }
                if (item is null)
                {
                    saved = EvidenceItem.Add(dossier.Owner, criterion.Id, now);
                    db.EvidenceItems.Add(saved);
                }
                else
                {
                    saved = await db
                        .EvidenceItems.Include(i => i.Files)
                        .SingleOrDefaultAsync(
                            i =>
                                i.Id == item
                                && i.OwnerId == dossier.Id
                                && i.Criterion == criterion.Id
                                && i.ProofId == null
                                && i.RemovedAt == null,
                            cancellation
                        );
                    if (saved is null)
                    {
                        return DossierRefusal.NotFound;
                    }
                    if (saved.Version != version)
                    {
                        return DossierRefusal.Stale;
                    }
                }
                saved.Take(said);
                dossier.Touch();
                return await Attach(saved, files, now, cancellation);
            },
            dossier => new DossierItemSaved(dossier.Subject, criterionId),
            cancellation
        );
        return faults.Length > 0 ? faults
            : done.Refused is { } why ? why
            : saved!;
    }

    private async Task<DossierRefusal?> Attach(
        EvidenceItem item,
        IReadOnlyList<ItemFile> files,
        DateTime now,
        CancellationToken cancellation
    )
    {
        foreach (var (document, file) in files)
        {
            var stored = await store.Run(
                file,
                item.Subject,
                EvidenceActs.ReadEvidence,
                cancellation
            );
            if (!stored.Done)
            {
                return DossierRefusal.FileRefused;
            }
            item.Attach(document, stored.Value.Id, now);
        }
        return null;
    }
}
