using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Reviews;

/// <summary>The secretary decides on an item where two reviewers differ, in words that the firm may be shown.</summary>
public sealed class SettleReview(
    KarvanContext db,
    Changes changes,
    IRulebooks rulebooks,
    TimeProvider clock
)
{
    public async Task<Outcome<ItemVerdict, ReviewRefusal>> Run(
        Guid dossierId,
        Guid itemId,
        Finding finding,
        CancellationToken cancellation = default
    )
    {
        if (string.IsNullOrWhiteSpace(finding.Remark))
        {
            return ReviewRefusal.NoRemark;
        }
        await using var change = await changes.Begin(EvaluationActs.SettleReview, cancellation);
        var reviews = await db
            .ReviewAssignments.AsNoTracking()
            .Include(r => r.Items)
            .Where(r => r.DossierId == dossierId && r.RecusedAt == null)
            .OrderBy(r => r.Place)
            .ToListAsync(cancellation);
        if (reviews is not [var first, ..])
        {
            return ReviewRefusal.NotFound;
        }
        var campaign = await db
            .Campaigns.AsNoTracking()
            .SingleAsync(c => c.Id == first.CampaignId, cancellation);
        if (campaign.State is not CampaignState.Review)
        {
            return ReviewRefusal.NotReviewing;
        }
        var found = reviews.SelectMany(r => r.Items).Where(i => i.ItemId == itemId).ToList();
        if (
            reviews.Exists(r => r.DoneAt is null)
            || found.Count < campaign.Reviewers
            || found.TrueForAll(f => f.Finding.Agrees(found[0].Finding))
            || await db.ItemVerdicts.AnyAsync(v => v.ItemId == itemId, cancellation)
        )
        {
            return ReviewRefusal.NothingToSettle;
        }
        var rule = rulebooks.Find(campaign.Rulebook)!.Criterion(found[0].Criterion);
        if (FindingFaults.Of(rule, finding) is { } fault)
        {
            return fault;
        }
        var verdict = ItemVerdict.Of(
            first,
            (itemId, found[0].Criterion),
            finding,
            settled: true,
            (db.Author.Name, clock.GetUtcNow().UtcDateTime)
        );
        db.ItemVerdicts.Add(verdict);
        try
        {
            await change.Commit(
                new ReviewSettled(verdict.Subject, verdict.Criterion),
                cancellation
            );
        }
        catch (DbUpdateException e) when (UniqueViolation.Is(e))
        {
            db.ChangeTracker.Clear();
            return ReviewRefusal.NothingToSettle;
        }
        return verdict;
    }
}
