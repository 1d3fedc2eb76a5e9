using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Campaigns;

/// <summary>Takes a campaign from one state to the next, as the table of moves has it, once what the move needs is met.</summary>
public sealed class MoveCampaign(KarvanContext db, Changes changes, CampaignReadiness readiness)
{
    /// <param name="move">Its name in the table.</param>
    public async Task<Outcome<Campaign, CampaignRefusal>> Run(
        Guid id,
        int version,
        string? move,
        string? reason = null,
        CancellationToken cancellation = default
    )
    {
        var now = await db
            .Campaigns.AsNoTracking()
            .Include(c => c.Places)
            .SingleOrDefaultAsync(c => c.Id == id, cancellation);
        if (now is null)
        {
            return CampaignRefusal.NotFound;
        }
        // A release tells everybody at once, and is a use case of its own.
        if (move is CampaignMoves.Release || CampaignMoves.Find(move, now.State) is not { } step)
        {
            return CampaignRefusal.NoSuchMove;
        }
        if (step.TakesReason && string.IsNullOrWhiteSpace(reason))
        {
            return CampaignRefusal.NoReason;
        }
        return await db.ChangeCampaign(
            changes,
            id,
            version,
            async campaign =>
            {
                // Held first: what somebody else begins in it meanwhile is seen, or comes after and finds it moved.
                if (!await db.Hold(campaign.Id, step.From, cancellation))
                {
                    return CampaignRefusal.Stale;
                }
                var found = await readiness.Of(campaign, cancellation);
                if (step.Needs.Any(n => !found.Single(f => f.Need == n).IsMet))
                {
                    return CampaignRefusal.NotReady;
                }
                campaign.Move(step.To);
                return null;
            },
            campaign => Happened(step, campaign.Subject, reason),
            cancellation
        );
    }

    private static DomainEvent Happened(CampaignMove step, Subject subject, string? reason) =>
        step.Name switch
        {
            CampaignMoves.Call => new CampaignCalled(subject),
            CampaignMoves.TakeBack => new CampaignTakenBack(subject, reason!.Trim()),
            CampaignMoves.BeginReview => new CampaignReviewBegun(subject),
            CampaignMoves.ToCommittee => new CampaignBeforeCommittee(subject),
            CampaignMoves.ReopenReview => new CampaignReviewReopened(subject, reason!.Trim()),
            CampaignMoves.ReopenFiling => new CampaignFilingReopened(subject, reason!.Trim()),
            _ => throw new InvalidOperationException($"No event tells of the move {step.Name}."),
        };
}
