using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Committee;
using Karvan.Platform.Values;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Committee;

/// <summary>The committee of a campaign: its seats and its meetings.</summary>
[Asks(nameof(EvaluationActs.ReadCommittee))]
public sealed class CommitteeModel(
    CampaignSearch campaigns,
    CommitteeSearch committee,
    GiveSeat give,
    EndSeat end,
    OpenMeeting open
) : RecordPage<Campaign>
{
    [BindProperty]
    public SeatForm NewSeat { get; set; } = new();

    [BindProperty]
    public MeetingForm NewMeeting { get; set; } = new();

    [BindProperty]
    public Guid Seat { get; set; }

    public Campaign Campaign => Record;

    public IReadOnlyList<CommitteeSeat> Seats { get; private set; } = [];

    public IReadOnlyList<CommitteeMeeting> Meetings { get; private set; } = [];

    public bool MayKeep =>
        Campaign.State is not CampaignState.Released
        && May(EvaluationActs.KeepCommittee, Campaign.Subject);

    public bool MayMeet => Campaign.State is CampaignState.Committee && MayKeep;

    public void OnGet() { }

    [Asks(nameof(EvaluationActs.KeepCommittee))]
    public async Task<IActionResult> OnPostSeatAsync(Guid id)
    {
        var done = await give.Run(
            id,
            new SeatEntry(NewSeat.BodyName ?? "", NewSeat.PersonName ?? "", NewSeat.Chairs),
            Cancellation
        );
        return done.Done
            ? Redirect(Links.Committee.Index(id))
            : Refuse(
                done.Reasons,
                r =>
                    r switch
                    {
                        CommitteeRefusal.NoBody => $"{nameof(NewSeat)}.{nameof(SeatForm.BodyName)}",
                        CommitteeRefusal.NoPerson =>
                            $"{nameof(NewSeat)}.{nameof(SeatForm.PersonName)}",
                        CommitteeRefusal.ChairTaken =>
                            $"{nameof(NewSeat)}.{nameof(SeatForm.Chairs)}",
                        _ => "",
                    },
                CommitteeTexts.Refused
            );
    }

    [Asks(nameof(EvaluationActs.KeepCommittee))]
    public async Task<IActionResult> OnPostEndAsync(Guid id)
    {
        var done = await end.Run(Seat, Cancellation);
        return done.Done
            ? Redirect(Links.Committee.Index(id))
            : Refuse(done.Reasons, _ => "", CommitteeTexts.Refused);
    }

    [Asks(nameof(EvaluationActs.KeepCommittee))]
    public async Task<IActionResult> OnPostMeetingAsync(Guid id)
    {
        var quorum = TypedNumber.Read(NewMeeting.Quorum, 0, short.MaxValue);
        if (quorum is null)
        {
            ModelState.AddModelError(
                $"{nameof(NewMeeting)}.{nameof(MeetingForm.Quorum)}",
                CommitteeTexts.Refused(CommitteeRefusal.QuorumWrong)
            );
        }
        if (!SolarDate.TryParse(NewMeeting.Day, out var day))
        {
            ModelState.AddModelError(
                $"{nameof(NewMeeting)}.{nameof(MeetingForm.Day)}",
                "field.date"
            );
        }
        if (!IsRight(MeetingFields))
        {
            return Page();
        }
        var done = await open.Run(
            id,
            new MeetingEntry(day, (int)quorum!.Value, NewMeeting.Agenda ?? ""),
            Cancellation
        );
        return done.Done
            ? Redirect(Links.Committee.Meeting(done.Value.Id))
            : Refuse(
                done.Reasons,
                r =>
                    r switch
                    {
                        CommitteeRefusal.NoAgenda =>
                            $"{nameof(NewMeeting)}.{nameof(MeetingForm.Agenda)}",
                        CommitteeRefusal.QuorumWrong =>
                            $"{nameof(NewMeeting)}.{nameof(MeetingForm.Quorum)}",
                        _ => "",
                    },
                CommitteeTexts.Refused
            );
    }

    protected override Task<Campaign?> Find(Guid id) => campaigns.One(id, Cancellation);

    protected override IEnumerable<Subject> SubjectsOf(Campaign record) => [record.Subject];

    protected override async Task<IActionResult?> Open()
    {
        Seats = await committee.Seats(Campaign.Id, Cancellation);
        Meetings = await committee.Meetings(Campaign.Id, Cancellation);
        return null;
    }

    private static readonly string[] MeetingFields =
    [
        $"{nameof(NewMeeting)}.{nameof(MeetingForm.Day)}",
        $"{nameof(NewMeeting)}.{nameof(MeetingForm.Quorum)}",
        $"{nameof(NewMeeting)}.{nameof(MeetingForm.Agenda)}",
    ];
}
