using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Results;
using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Committee;

/// <summary>One change of an open meeting, over the version that somebody looked at.</summary>
public sealed class MeetingChanges(KarvanContext db, Changes changes)
{
    /// <param name="does">Changes it, or says why not; it is given the places over which exporters are level.</param>
    public async Task<Outcome<CommitteeMeeting, CommitteeRefusal>> Run(
        Guid id,
        int version,
        Func<CommitteeMeeting, IReadOnlyList<TiedPlaces>, Task<CommitteeRefusal?>> does,
        Func<CommitteeMeeting, DomainEvent> happened,
        CancellationToken cancellation
    )
    {
        await using var change = await changes.Begin(EvaluationActs.KeepCommittee, cancellation);
        var meeting = await db
            .CommitteeMeetings.Include(m => m.Attendance)
            .Include(m => m.Ties)
            .SingleOrDefaultAsync(m => m.Id == id, cancellation);
        if (meeting is null)
        {
            return CommitteeRefusal.NotFound;
        }
        if (meeting.Version != version)
        {
            return CommitteeRefusal.Stale;
        }
        if (meeting.ClosedAt is not null)
        {
            return CommitteeRefusal.Closed;
        }
        var campaign = await db
            .Campaigns.AsNoTracking()
            .Include(c => c.Places)
            .SingleAsync(c => c.Id == meeting.CampaignId, cancellation);
        if (campaign.State is not CampaignState.Committee)
        {
            return CommitteeRefusal.NotBeforeCommittee;
        }
        var newest = await db
            .CampaignResults.AsNoTracking()
            .Include(r => r.Rows)
            .Where(r => r.CampaignId == campaign.Id)
            .OrderByDescending(r => r.Number)
            .FirstAsync(cancellation);
        if (newest.Id != meeting.ResultId)
        {
            return CommitteeRefusal.ResultReplaced;
        }
        var tied = TiedPlaces.Of(newest.Rows, campaign.Within, campaign.WinnersIn);
        if (await does(meeting, tied) is { } refusal)
        {
            db.ChangeTracker.Clear();
            return refusal;
        }
        try
        {
            await change.Commit(happened(meeting), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return CommitteeRefusal.Stale;
        }
        return meeting;
    }
}
