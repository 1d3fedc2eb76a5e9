using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Committee;

/// <summary>Notes who was there, and in which firms they have an interest.</summary>
public sealed class NoteAttendance(KarvanContext db, MeetingChanges meetings)
{
    /// <param name="present">Seats of the campaign, each once, with the firms that its holder has an interest in.</param>
    public Task<Outcome<CommitteeMeeting, CommitteeRefusal>> Run(
        Guid id,
        int version,
        IReadOnlyList<(Guid Seat, string? Interest)> present,
        CancellationToken cancellation = default
    ) =>
        meetings.Run(
            id,
            version,
            async (meeting, _) =>
            {
                var seats = await db
                    .CommitteeSeats.Where(s =>
                        s.CampaignId == meeting.CampaignId && s.EndedAt == null
                    )
                    .Select(s => s.Id)
                    .ToListAsync(cancellation);
                if (present.Any(p => !seats.Contains(p.Seat)))
                {
                    return CommitteeRefusal.NotFound;
                }
                meeting.Attend(present);
                return null;
            },
            meeting => new AttendanceNoted(meeting.Subject),
            cancellation
        );
}

/// <summary>Decides who of those who are level at a last place gets it; never an id does.</summary>
public sealed class DecideTie(MeetingChanges meetings)
{
    /// <param name="chosen">Numbers of exporters.</param>
    /// <param name="votes">Who has an interest in one of them abstains.</param>
    public Task<Outcome<CommitteeMeeting, CommitteeRefusal>> Run(
        Guid id,
        int version,
        (string Province, string? ProductGroup) pool,
        IReadOnlyList<string> chosen,
        string? reason,
        Votes votes,
        CancellationToken cancellation = default
    ) =>
        meetings.Run(
            id,
            version,
            (meeting, tied) => Task.FromResult(Refuses(meeting, tied, pool, chosen, reason, votes)),
            meeting => new TieDecided(meeting.Subject),
            cancellation
        );

    private static CommitteeRefusal? Refuses(
        CommitteeMeeting meeting,
        IReadOnlyList<TiedPlaces> tied,
        (string Province, string? ProductGroup) pool,
        IReadOnlyList<string> chosen,
        string? reason,
        Votes votes
    )
    {
        var found = tied.FirstOrDefault(t => (t.Province, t.ProductGroup) == pool);
        CommitteeRefusal? refusal = found switch
        {
            null => CommitteeRefusal.NoTie,
            _ when meeting.Attendance.Count < meeting.Quorum => CommitteeRefusal.NoQuorum,
            _ when chosen.Count != found.Places
                    || chosen.Distinct(StringComparer.Ordinal).Count() != chosen.Count
                    || chosen.Any(c => found.Level.All(l => l.Exporter != c)) =>
                CommitteeRefusal.ChoiceWrong,
            _ when string.IsNullOrWhiteSpace(reason) => CommitteeRefusal.NoReason,
            _ when !meeting.Takes(votes) => CommitteeRefusal.VotesWrong,
            _ when !votes.Carries => CommitteeRefusal.NotCarried,
            _ => null,
        };
        if (refusal is null)
        {
            meeting.Decide(found!, chosen, reason!, votes);
        }
        return refusal;
    }
}

/// <summary>Ends a meeting with its minutes and the vote on the result as a whole.</summary>
public sealed class CloseMeeting(MeetingChanges meetings, TimeProvider clock)
{
    public Task<Outcome<CommitteeMeeting, CommitteeRefusal>> Run(
        Guid id,
        int version,
        string? minutes,
        Votes votes,
        CancellationToken cancellation = default
    ) =>
        meetings.Run(
            id,
            version,
            (meeting, tied) =>
            {
                CommitteeRefusal? refusal =
                    meeting.Attendance.Count < meeting.Quorum ? CommitteeRefusal.NoQuorum
                    : string.IsNullOrWhiteSpace(minutes) ? CommitteeRefusal.NoMinutes
                    : !meeting.Takes(votes) ? CommitteeRefusal.VotesWrong
                    // What is not approved may leave ties open: it comes back.
                    : votes.Carries && tied.Any(t => !meeting.Ties.Any(d => d.IsAbout(t)))
                        ? CommitteeRefusal.TieOpen
                    : null;
                if (refusal is null)
                {
                    meeting.Close(minutes!, votes, clock.GetUtcNow().UtcDateTime);
                }
                return Task.FromResult(refusal);
            },
            meeting => new MeetingClosed(meeting.Subject, meeting.IsApproved),
            cancellation
        );
}
