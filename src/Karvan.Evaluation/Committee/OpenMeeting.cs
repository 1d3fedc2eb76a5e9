using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Results;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Committee;

/// <summary>Opens a meeting about the newest result.</summary>
public sealed class OpenMeeting(KarvanContext db, Changes changes, TimeProvider clock)
{
    public async Task<Outcome<CommitteeMeeting, CommitteeRefusal>> Run(
        Guid campaignId,
        MeetingEntry entry,
        CancellationToken cancellation = default
    )
    {
        await using var change = await changes.Begin(EvaluationActs.KeepCommittee, cancellation);
        var campaign = await db
            .Campaigns.AsNoTracking()
            .SingleOrDefaultAsync(c => c.Id == campaignId, cancellation);
        if (campaign is null)
        {
            return CommitteeRefusal.NotFound;
        }
        var result = await db
            .CampaignResults.Where(r => r.CampaignId == campaign.Id)
            .OrderByDescending(r => r.Number)
            .Select(r => (Guid?)r.Id)
            .FirstOrDefaultAsync(cancellation);
        if (campaign.State is not CampaignState.Committee || result is not { } newest)
        {
            return CommitteeRefusal.NotBeforeCommittee;
        }
        var seats = await db.CommitteeSeats.CountAsync(
            s => s.CampaignId == campaign.Id && s.EndedAt == null,
            cancellation
        );
        var earlier = await db
            .CommitteeMeetings.AsNoTracking()
            .Where(m => m.CampaignId == campaign.Id)
            .Select(m => new { m.ResultId, m.ClosedAt })
            .ToListAsync(cancellation);
        var wrong = Refusals.Of(
            (
                earlier.Exists(m => m.ClosedAt is null && m.ResultId == newest),
                CommitteeRefusal.MeetingOpen
            ),
            (string.IsNullOrWhiteSpace(entry.Agenda), CommitteeRefusal.NoAgenda),
            (entry.Quorum < 1 || entry.Quorum > seats, CommitteeRefusal.QuorumWrong)
        );
        if (wrong.Length > 0)
        {
            return wrong;
        }
        var made = CommitteeMeeting.Open(
            (campaign.Id, campaign.Province),
            newest,
            earlier.Count + 1,
            entry,
            (db.Author.Name, clock.GetUtcNow().UtcDateTime)
        );
        db.CommitteeMeetings.Add(made);
        try
        {
            await change.Commit(new MeetingOpened(made.Subject, made.Number), cancellation);
        }
        catch (DbUpdateException e) when (UniqueViolation.Is(e))
        {
            db.ChangeTracker.Clear();
            return CommitteeRefusal.MeetingOpen;
        }
        return made;
    }
}
