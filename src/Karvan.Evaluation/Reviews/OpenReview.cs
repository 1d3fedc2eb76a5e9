using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Dossiers;
using Karvan.Evidence.Items;
using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Reviews;

/// <summary>
/// The reviewer says that they have no interest in the firm: from then on the dossier's items and files are theirs to read,
/// and not before.
/// </summary>
public sealed class ClearReview(KarvanContext db, ReviewChanges reviews, TimeProvider clock)
{
    public Task<Outcome<ReviewAssignment, ReviewRefusal>> Run(
        Guid id,
        int version,
        CancellationToken cancellation = default
    ) =>
        reviews.Run(
            id,
            version,
            async (review, _) =>
            {
                // Filing is not opened again meanwhile: what is handed to the reviewer is what was filed.
                if (!await db.Hold(review.CampaignId, CampaignState.Review, cancellation))
                {
                    return ReviewRefusal.NotReviewing;
                }
                // Its firm may have taken it back, where it was given more time than others.
                if (
                    !await db
                        .Dossiers.IgnoreQueryFilters([QueryFilters.Seen])
                        .AnyAsync(
                            d => d.Id == review.DossierId && d.State == DossierState.Submitted,
                            cancellation
                        )
                )
                {
                    return ReviewRefusal.NotSubmitted;
                }
                var now = clock.GetUtcNow().UtcDateTime;
                var isFirst = review.ClearedAt is null;
                if (review.Clear(now) is { } refusal)
                {
                    return refusal;
                }
                if (isFirst)
                {
                    await Hand(review, now, cancellation);
                }
                return null;
            },
            review => new ReviewCleared(review.Subject),
            cancellation
        );

    /// <summary>Files are read by whom they belong to: each is attached to the review as well, its content once.</summary>
    private async Task Hand(ReviewAssignment review, DateTime at, CancellationToken cancellation)
    {
        var items = await db
            .EvidenceItems.IgnoreQueryFilters([QueryFilters.Seen])
            .AsNoTracking()
            .Include(i => i.Files)
            .Where(i => i.OwnerId == review.DossierId && i.RemovedAt == null)
            .ToListAsync(cancellation);
        var shown = items
            .SelectMany(i => i.Files)
            .Where(f => f.TakenAwayAt is null)
            .Select(f => f.AttachmentId)
            .ToList();
        var files = await db
            .Attachments.IgnoreQueryFilters([QueryFilters.Seen])
            .AsNoTracking()
            .Where(a => shown.Contains(a.Id))
            .ToListAsync(cancellation);
        foreach (var file in files)
        {
            var copy = file.For(review.Subject, EvaluationActs.ReadReview, file.AddedBy, at);
            db.Attachments.Add(copy);
            db.Set<HandedFile>().Add(new HandedFile(review.Id, file.Id, copy.Id));
        }
    }
}

/// <summary>The reviewer gives a dossier back: an interest in the firm, or another reason. Its files are theirs no more.</summary>
public sealed class RecuseReview(KarvanContext db, ReviewChanges reviews, TimeProvider clock)
{
    public Task<Outcome<ReviewAssignment, ReviewRefusal>> Run(
        Guid id,
        int version,
        string? reason,
        CancellationToken cancellation = default
    ) =>
        reviews.Run(
            id,
            version,
            async (review, _) =>
            {
                if (string.IsNullOrWhiteSpace(reason))
                {
                    return ReviewRefusal.NoRemark;
                }
                if (review.Recuse(reason.Trim(), clock.GetUtcNow().UtcDateTime) is { } refusal)
                {
                    return refusal;
                }
                var handed = await db.Set<HandedFile>()
                    .Where(h => h.AssignmentId == review.Id)
                    .ToListAsync(cancellation);
                var copies = handed.ConvertAll(h => h.AttachmentId);
                db.Set<HandedFile>().RemoveRange(handed);
                db.Attachments.RemoveRange(
                    await db.Attachments.Where(a => copies.Contains(a.Id)).ToListAsync(cancellation)
                );
                return null;
            },
            review => new ReviewRecused(review.Subject, review.RecusalReason!),
            cancellation
        );
}
