using Karvan.Evaluation.Campaigns;
using Karvan.Evidence.Items;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Reviews;

/// <summary>
/// A reviewer is done: nothing of it changes any more. Once all reviewers of the dossier are, what they agree on holds; where
/// they differ, the secretary settles it.
/// </summary>
public sealed class FinishReview(KarvanContext db, ReviewChanges reviews, TimeProvider clock)
{
    public Task<Outcome<ReviewAssignment, ReviewRefusal>> Run(
        Guid id,
        int version,
        CancellationToken cancellation = default
    ) =>
        reviews.Run(
            id,
            version,
            async (review, campaign) =>
            {
                // Of two who are done at once one comes first: the other then sees it.
                await db
                    .ReviewAssignments.IgnoreQueryFilters([QueryFilters.Seen])
                    .Where(r => r.DossierId == review.DossierId)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(r => r.Place, r => r.Place),
                        cancellation
                    );
                var items = await db
                    .EvidenceItems.IgnoreQueryFilters([QueryFilters.Seen])
                    .AsNoTracking()
                    .Where(i =>
                        i.OwnerId == review.DossierId && i.RemovedAt == null && i.ProofId == null
                    )
                    .Select(i => new { i.Id, i.Criterion })
                    .ToListAsync(cancellation);
                var now = clock.GetUtcNow().UtcDateTime;
                if (review.Finish([.. items.Select(i => i.Id)], now) is { } refusal)
                {
                    return refusal;
                }
                var others = await db
                    .ReviewAssignments.IgnoreQueryFilters([QueryFilters.Seen])
                    .AsNoTracking()
                    .Include(r => r.Items)
                    .Where(r =>
                        r.DossierId == review.DossierId
                        && r.Id != review.Id
                        && r.DoneAt != null
                        && r.RecusedAt == null
                    )
                    .ToListAsync(cancellation);
                if (others.Count + 1 < campaign.Reviewers)
                {
                    return null;
                }
                foreach (var item in items)
                {
                    var finding = FindingOf(review, item.Id);
                    if (others.TrueForAll(o => FindingOf(o, item.Id).Agrees(finding)))
                    {
                        db.ItemVerdicts.Add(
                            ItemVerdict.Of(
                                review,
                                (item.Id, item.Criterion),
                                finding,
                                settled: false,
                                (db.Author.Name, now)
                            )
                        );
                    }
                }
                return null;
            },
            review => new ReviewFinished(review.Subject),
            cancellation
        );

    private static Finding FindingOf(ReviewAssignment review, Guid item) =>
        review.Items.Single(i => i.ItemId == item).Finding;
}
