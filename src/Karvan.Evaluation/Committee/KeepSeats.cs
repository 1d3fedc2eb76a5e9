using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Committee;

/// <summary>Gives a seat of the committee to a body and who sits for it.</summary>
public sealed class GiveSeat(KarvanContext db, Changes changes, TimeProvider clock)
{
    public async Task<Outcome<CommitteeSeat, CommitteeRefusal>> Run(
        Guid campaignId,
        SeatEntry entry,
        CancellationToken cancellation = default
    )
    {
        var wrong = Refusals.Of(
            (string.IsNullOrWhiteSpace(entry.BodyName), CommitteeRefusal.NoBody),
            (string.IsNullOrWhiteSpace(entry.PersonName), CommitteeRefusal.NoPerson)
        );
        if (wrong.Length > 0)
        {
            return wrong;
        }
        await using var change = await changes.Begin(EvaluationActs.KeepCommittee, cancellation);
        var campaign = await db
            .Campaigns.AsNoTracking()
            .SingleOrDefaultAsync(c => c.Id == campaignId, cancellation);
        if (campaign is null)
        {
            return CommitteeRefusal.NotFound;
        }
        if (campaign.State is CampaignState.Released)
        {
            return CommitteeRefusal.Released;
        }
        var made = CommitteeSeat.Give(
            (campaign.Id, campaign.Province),
            entry,
            clock.GetUtcNow().UtcDateTime
        );
        db.CommitteeSeats.Add(made);
        try
        {
            await change.Commit(new SeatGiven(made.Subject), cancellation);
        }
        catch (DbUpdateException e) when (UniqueViolation.Is(e))
        {
            db.ChangeTracker.Clear();
            return CommitteeRefusal.ChairTaken;
        }
        return made;
    }
}

/// <summary>Ends a seat; meetings in which it was taken still show it.</summary>
public sealed class EndSeat(KarvanContext db, Changes changes, TimeProvider clock)
{
    public async Task<Outcome<CommitteeSeat, CommitteeRefusal>> Run(
        Guid id,
        CancellationToken cancellation = default
    )
    {
        await using var change = await changes.Begin(EvaluationActs.KeepCommittee, cancellation);
        var seat = await db.CommitteeSeats.SingleOrDefaultAsync(
            s => s.Id == id && s.EndedAt == null,
            cancellation
        );
        if (seat is null)
        {
            return CommitteeRefusal.NotFound;
        }
        if (
            await db.Campaigns.AnyAsync(
                c => c.Id == seat.CampaignId && c.State == CampaignState.Released,
                cancellation
            )
        )
        {
            return CommitteeRefusal.Released;
        }
        seat.End(clock.GetUtcNow().UtcDateTime);
        await change.Commit(new SeatEnded(seat.Subject), cancellation);
        return seat;
    }
}
