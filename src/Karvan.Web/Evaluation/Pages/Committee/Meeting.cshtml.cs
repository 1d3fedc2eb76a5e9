using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Committee;
using Karvan.Platform.Fields;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Texts;
using Karvan.Web.Evaluation.Pages.Dossiers;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Committee;

/// <summary>Places over which exporters are level, with what was decided.</summary>
/// <param name="Group">The product group in words; empty where ranking is by province alone.</param>
/// <param name="Chosen">Names of firms.</param>
public sealed record ShownTie(
    TiedPlaces Places,
    Said Group,
    IReadOnlyList<(string Name, string Href)> Level,
    TieDecision? Decision,
    Said Chosen
);

/// <summary>A meeting of the committee: who was there, ties at the last place, and the vote on the result.</summary>
[Asks(nameof(EvaluationActs.ReadCommittee))]
public sealed class CommitteeMeetingModel(
    MeetingParts parts,
    NoteAttendance attend,
    CloseMeeting close,
    PageTexts words
) : MeetingPage(parts)
{
    private IReadOnlyList<CommitteeSeat> seats = [];

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public List<AttendanceRow> Attendance { get; set; } = [];

    [BindProperty, KeptIn<CommitteeMeeting>]
    public string? Minutes { get; set; }

    [BindProperty]
    public VotesForm Votes { get; set; } = new();

    public IReadOnlyList<ShownTie> Tied { get; private set; } = [];

    public bool MayKeep =>
        Record.ClosedAt is null
        && Campaign.State is CampaignState.Committee
        && May(EvaluationActs.KeepCommittee, Record.Subject);

    public string NameOf(Guid seat) =>
        seats.FirstOrDefault(s => s.Id == seat) is { } found
            ? $"{found.PersonName} ({found.BodyName})"
            : "";

    public void OnGet() => Offer();

    [Asks(nameof(EvaluationActs.KeepCommittee))]
    public async Task<IActionResult> OnPostAttendAsync(Guid id)
    {
        var done = await attend.Run(
            id,
            Version,
            [.. Attendance.Where(a => a.Present).Select(a => (a.Seat, a.Interest))],
            Cancellation
        );
        return done.Done
            ? Redirect(Links.Committee.Meeting(id))
            : Refuse(done.Reasons, _ => "", CommitteeTexts.Refused);
    }

    [Asks(nameof(EvaluationActs.KeepCommittee))]
    public async Task<IActionResult> OnPostCloseAsync(Guid id)
    {
        Offer();
        if (Votes.Read(ModelState, nameof(Votes)) is not { } votes)
        {
            return Page();
        }
        var done = await close.Run(id, Version, Minutes, votes, Cancellation);
        return done.Done
            ? Redirect(Links.Committee.Meeting(id))
            : Refuse(
                done.Reasons,
                r =>
                    r switch
                    {
                        CommitteeRefusal.NoMinutes => nameof(Minutes),
                        CommitteeRefusal.VotesWrong => $"{nameof(Votes)}.{nameof(VotesForm.For)}",
                        _ => "",
                    },
                CommitteeTexts.Refused
            );
    }

    protected override async Task<IActionResult?> Open()
    {
        if (await base.Open() is { } answer)
        {
            return answer;
        }
        seats = await Parts.Committee.Seats(Campaign.Id, Cancellation);
        var book = Parts.Rulebooks.Find(Campaign.Rulebook)!;
        Tied =
        [
            .. Level.Select(t =>
            {
                var decision = Record.Ties.FirstOrDefault(d => d.IsAbout(t));
                return new ShownTie(
                    t,
                    DossierTexts.Group(book, t.ProductGroup, words),
                    [
                        .. t.Level.Select(l =>
                            (FirmOf(l.Exporter), (string)Links.Cards.Preview(l.ResultId, l.Id))
                        ),
                    ],
                    decision,
                    PageTexts.Name(
                        string.Join(
                            words.IsPersian ? "، " : ", ",
                            (decision?.Exporters ?? []).Select(FirmOf)
                        )
                    )
                );
            }),
        ];
        return null;
    }

    private void Offer() =>
        Attendance = [
            .. seats
                .Where(s => s.EndedAt is null)
                .Select(s =>
                {
                    var there = Record.Attendance.FirstOrDefault(a => a.SeatId == s.Id);
                    return new AttendanceRow
                    {
                        Seat = s.Id,
                        Present = there is not null,
                        Interest = there?.Interest,
                    };
                }),
        ];
}
