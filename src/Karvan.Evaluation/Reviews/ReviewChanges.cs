using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Reviews;

/// <summary>One change of a review by its reviewer, over the version that they looked at, while the campaign is reviewed.</summary>
public sealed class ReviewChanges(KarvanContext db, Changes changes)
{
    /// <param name="does">Changes it, or says why not.</param>
    public async Task<Outcome<ReviewAssignment, ReviewRefusal>> Run(
        Guid id,
        int version,
        Func<ReviewAssignment, Campaign, Task<ReviewRefusal?>> does,
        Func<ReviewAssignment, DomainEvent> happened,
        CancellationToken cancellation
    )
    {
        await using var change = await changes.Begin(EvaluationActs.Review, cancellation);
        var found = await db
            .ReviewAssignments.Include(r => r.Items)
            .Include(r => r.Remarks)
            .SingleOrDefaultAsync(r => r.Id == id, cancellation);
        if (found is null)
        {
            return ReviewRefusal.NotFound;
        }
        if (found.Version != version)
        {
            return ReviewRefusal.Stale;
        }
        var campaign = await db
            .Campaigns.AsNoTracking()
            .SingleAsync(c => c.Id == found.CampaignId, cancellation);
        if (campaign.State is not CampaignState.Review)
        {
            return ReviewRefusal.NotReviewing;
        }
        if (await does(found, campaign) is { } refusal)
        {
            db.ChangeTracker.Clear();
            return refusal;
        }
        try
        {
            await change.Commit(happened(found), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return ReviewRefusal.Stale;
        }
        catch (DbUpdateException e) when (UniqueViolation.Is(e))
        {
            db.ChangeTracker.Clear();
            return ReviewRefusal.Stale;
        }
        return found;
    }
}
