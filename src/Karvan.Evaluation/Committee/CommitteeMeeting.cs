using Karvan.Platform.Events;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;

namespace Karvan.Evaluation.Committee;

/// <summary>How many voted how.</summary>
public sealed record Votes(int For, int Against, int Abstained)
{
    public int All => For + Against + Abstained;

    public bool Carries => For > Against;
}

/// <summary>
/// A meeting of the committee about one computed result: who was there, in whom they have an interest, who of those who are
/// level at the last place is chosen, and whether the result is approved. Closed, it does not change.
/// </summary>
public sealed class CommitteeMeeting : IOwned
{
    private readonly List<MeetingAttendance> attendance = [];
    private readonly List<TieDecision> ties = [];

    private CommitteeMeeting() { }

    public Guid Id { get; private set; }
    public Guid CampaignId { get; private set; }
    public string? Province { get; private set; }

    /// <summary>What it decides on.</summary>
    public Guid ResultId { get; private set; }

    /// <summary>From 1 in its campaign.</summary>
    [Field("committee.number")]
    public int Number { get; private set; }

    [Field("committee.day")]
    public DateOnly Day { get; private set; }

    /// <summary>How many seats must be taken for it to decide.</summary>
    [Field("committee.quorum", Hint = "committee.quorum-hint", Length = FieldLength.Narrow)]
    public int Quorum { get; private set; }

    [Field("committee.agenda", Longest = Lengths.Text, Rows = 5)]
    public string Agenda { get; private set; } = "";

    [Field("committee.minutes", Hint = "committee.minutes-hint", Longest = Lengths.Text, Rows = 8)]
    public string? Minutes { get; private set; }

    [Field("committee.for", Length = FieldLength.Narrow)]
    public int? VotesFor { get; private set; }

    [Field("committee.against", Length = FieldLength.Narrow)]
    public int? VotesAgainst { get; private set; }

    [Field("committee.abstained", Length = FieldLength.Narrow)]
    public int? VotesAbstained { get; private set; }

    public DateTime OpenedAt { get; private set; }
    public string OpenedBy { get; private set; } = "";
    public DateTime? ClosedAt { get; private set; }
    public int Version { get; private set; }

    public IReadOnlyList<MeetingAttendance> Attendance => attendance;
    public IReadOnlyList<TieDecision> Ties => ties;

    public bool IsApproved => ClosedAt is not null && VotesFor > VotesAgainst;

    public Subject Subject => new(nameof(CommitteeMeeting), Id, Body.TradePromotion, Province);

    /// <summary>Whether so many can have voted: everybody who was there votes, or abstains.</summary>
    internal bool Takes(Votes votes) =>
        votes is { For: >= 0, Against: >= 0, Abstained: >= 0 } && votes.All == attendance.Count;

    internal static CommitteeMeeting Open(
        (Guid Id, string? Province) campaign,
        Guid result,
        int number,
        MeetingEntry entry,
        (string Name, DateTime At) by
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            CampaignId = campaign.Id,
            Province = campaign.Province,
            ResultId = result,
            Number = number,
            Day = entry.Day,
            Quorum = entry.Quorum,
            Agenda = entry.Agenda.Trim(),
            OpenedBy = by.Name,
            OpenedAt = by.At,
        };

    /// <param name="present">Each seat once, with what its holder has an interest in; those that are missing were not there.</param>
    internal void Attend(IEnumerable<(Guid Seat, string? Interest)> present)
    {
        var there = present.ToDictionary(
            p => p.Seat,
            p => string.IsNullOrWhiteSpace(p.Interest) ? null : p.Interest.Trim()
        );
        attendance.RemoveAll(a => !there.ContainsKey(a.SeatId));
        foreach (var (seat, interest) in there)
        {
            if (attendance.Find(a => a.SeatId == seat) is { } known)
            {
                known.Say(interest);
            }
            else
            {
                attendance.Add(new MeetingAttendance(Id, seat, interest));
            }
        }
        Version++;
    }

    internal void Decide(TiedPlaces tied, IReadOnlyList<string> chosen, string reason, Votes votes)
    {
        ties.RemoveAll(t => t.IsAbout(tied));
        ties.Add(new TieDecision(Id, tied, chosen, reason.Trim(), votes));
        Version++;
    }

    internal void Close(string minutes, Votes votes, DateTime at)
    {
        (Minutes, ClosedAt) = (minutes.Trim(), at);
        (VotesFor, VotesAgainst, VotesAbstained) = (votes.For, votes.Against, votes.Abstained);
        Version++;
    }
}

/// <param name="Quorum">1 at least.</param>
public sealed record MeetingEntry(DateOnly Day, int Quorum, string Agenda);

/// <summary>A seat that was taken in a meeting.</summary>
public sealed class MeetingAttendance
{
    private MeetingAttendance() { }

    internal MeetingAttendance(Guid meeting, Guid seat, string? interest) =>
        (Id, MeetingId, SeatId, Interest) = (Guid.CreateVersion7(), meeting, seat, interest);

    public Guid Id { get; private set; }
    public Guid MeetingId { get; private set; }
    public Guid SeatId { get; private set; }

    /// <summary>The firms in which they have an interest, in words; they do not vote on those. Null where there is none.</summary>
    [Field("committee.interest", Hint = "committee.interest-hint", Longest = Lengths.Note)]
    public string? Interest { get; private set; }

    internal void Say(string? interest) => Interest = interest;
}

/// <summary>Who of those who are level at the last place gets what is left of the places.</summary>
[NotRecorded]
public sealed class TieDecision
{
    private const char Between = ' ';

    private TieDecision() { }

    internal TieDecision(
        Guid meeting,
        TiedPlaces tied,
        IReadOnlyList<string> chosen,
        string reason,
        Votes votes
    )
    {
        (Id, MeetingId) = (Guid.CreateVersion7(), meeting);
        (Province, ProductGroup) = (tied.Province, tied.ProductGroup);
        (Chosen, Reason) = (string.Join(Between, chosen), reason);
        (VotesFor, VotesAgainst, VotesAbstained) = votes;
    }

    public Guid Id { get; private set; }
    public Guid MeetingId { get; private set; }
    public string Province { get; private set; } = "";
    public string? ProductGroup { get; private set; }

    /// <summary>Numbers of the exporters, with a blank between two.</summary>
    public string Chosen { get; private set; } = "";

    [Field(
        "committee.tie-reason",
        Hint = "committee.tie-reason-hint",
        Longest = Lengths.Text,
        Rows = 3
    )]
    public string Reason { get; private set; } = "";

    public int VotesFor { get; private set; }
    public int VotesAgainst { get; private set; }
    public int VotesAbstained { get; private set; }

    public IReadOnlyList<string> Exporters =>
        Chosen.Split(Between, StringSplitOptions.RemoveEmptyEntries);

    public bool IsAbout(TiedPlaces tied) =>
        Province == tied.Province && ProductGroup == tied.ProductGroup;
}
