using Karvan.Evaluation.Authorization;
using Karvan.Evidence.Items;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Dossiers;

/// <summary>Takes an item out of a dossier, or a file out of an item. Both are kept, and count no more.</summary>
public sealed class RemoveDossierItem(KarvanContext db, DossierChanges dossiers, TimeProvider clock)
{
    /// <param name="file">Null for the whole item.</param>
    public Task<Outcome<Dossier, DossierRefusal>> Run(
        Guid dossierId,
        Guid item,
        int version,
        Guid? file = null,
        CancellationToken cancellation = default
    )
    {
        var criterion = "";
        return dossiers.Run(
            dossierId,
            null,
            EvaluationActs.FileDossier,
            async (dossier, _) =>
            {
                if (dossier.State is not DossierState.Draft)
                {
                    return DossierRefusal.NotDraft;
                }
                var found = await db
                    .EvidenceItems.Include(i => i.Files)
                    .SingleOrDefaultAsync(
                        i => i.Id == item && i.OwnerId == dossier.Id && i.RemovedAt == null,
                        cancellation
                    );
                if (found is null)
                {
                    return DossierRefusal.NotFound;
                }
                if (found.Version != version)
                {
                    return DossierRefusal.Stale;
                }
                criterion = found.Criterion;
                var now = clock.GetUtcNow().UtcDateTime;
                if (file is null)
                {
                    found.Remove(now);
                }
                else if (!found.TakeAway(file.Value, now))
                {
                    return DossierRefusal.NotFound;
                }
                dossier.Touch();
                return null;
            },
            dossier =>
                file is null
                    ? new DossierItemRemoved(dossier.Subject, criterion)
                    : new DossierFileTakenAway(dossier.Subject, criterion),
            cancellation
        );
    }
}
