using Karvan.Evaluation.Campaigns;
using Karvan.Evidence.Items;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Rules.Rulebooks;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Reviews;

/// <summary>A reviewer decides on an item, or changes what they decided, until they are done.</summary>
public sealed class DecideItem(KarvanContext db, ReviewChanges reviews, IRulebooks rulebooks)
{
    public async Task<Outcome<ReviewAssignment, ReviewRefusal>> Run(
        Guid id,
        int version,
        Guid itemId,
        Finding finding,
        CancellationToken cancellation = default
    )
    {
        var criterion = "";
        return await reviews.Run(
            id,
            version,
            async (review, campaign) =>
            {
                var item = await db
                    .EvidenceItems.IgnoreQueryFilters([QueryFilters.Seen])
                    .AsNoTracking()
                    .SingleOrDefaultAsync(
                        i =>
                            i.Id == itemId
                            && i.OwnerId == review.DossierId
                            && i.RemovedAt == null
                            && i.ProofId == null,
                        cancellation
                    );
                if (item is null)
                {
                    return ReviewRefusal.NotFound;
                }
                criterion = item.Criterion;
                var rule = rulebooks.Find(campaign.Rulebook)!.Criterion(item.Criterion);
                return FindingFaults.Of(rule, finding)
                    ?? review.Decide(item.Id, item.Criterion, finding);
            },
            review => new ItemReviewed(review.Subject, criterion),
            cancellation
        );
    }
}

/// <summary>A reviewer remarks on a criterion as a whole, one that customs data decide too.</summary>
public sealed class RemarkOnCriterion(KarvanContext db, ReviewChanges reviews, IRulebooks rulebooks)
{
    /// <param name="remark">Empty takes it away.</param>
    public Task<Outcome<ReviewAssignment, ReviewRefusal>> Run(
        Guid id,
        int version,
        string criterion,
        string? remark,
        CancellationToken cancellation = default
    ) =>
        reviews.Run(
            id,
            version,
            (review, campaign) =>
            {
                if (rulebooks.Find(campaign.Rulebook)!.Criteria.All(c => c.Id != criterion))
                {
                    return Task.FromResult<ReviewRefusal?>(ReviewRefusal.NotFound);
                }
                // One goes before the other comes: both have the same key.
                var earlier = review.Remarks.FirstOrDefault(r => r.Criterion == criterion);
                var done = review.Note(
                    criterion,
                    string.IsNullOrWhiteSpace(remark) ? null : remark.Trim()
                );
                if (done is null && earlier is not null)
                {
                    db.Remove(earlier);
                }
                return Task.FromResult(done);
            },
            review => new CriterionRemarked(review.Subject, criterion),
            cancellation
        );
}

/// <summary>What a finding must say for a criterion.</summary>
internal static class FindingFaults
{
    /// <returns>Null where it says all.</returns>
    public static ReviewRefusal? Of(Criterion criterion, Finding finding)
    {
        if (finding.Decision is ReviewDecision.Rejected)
        {
            return finding.Reason is null ? ReviewRefusal.NoReason
                : finding.Reason is RejectionReason.Other
                && string.IsNullOrWhiteSpace(finding.Remark)
                    ? ReviewRefusal.NoRemark
                : null;
        }
        var ask = new EvidenceAsk(criterion, null);
        if (
            ask.Largest is { } largest
            && (finding.Hundredths is not { } number || number < 0 || number > largest)
        )
        {
            return ReviewRefusal.NumberOutOfRange;
        }
        return
            ask.Levels.Count > 0
            && ask.Levels.All(l => !string.Equals(l.Id, finding.Level, StringComparison.Ordinal))
            ? ReviewRefusal.LevelUnknown
            : null;
    }
}
