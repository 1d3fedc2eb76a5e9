using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Committee;
using Karvan.Evaluation.Conduct;
using Karvan.Evaluation.Dossiers;
using Karvan.Evaluation.Release;
using Karvan.Evaluation.Results;
using Karvan.Evaluation.Reviews;
using Karvan.Modules.Tests.Customs;
using Karvan.Modules.Tests.Evaluation;
using Karvan.Modules.Tests.Evaluation.Dossiers;
using Karvan.Modules.Tests.Evaluation.Rulebooks;
using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using Xunit;

namespace Karvan.Modules.Tests.Persistence;

/// <summary>A campaign of the room's firm from its dossier to a result, with one dossier beside that is a draft.</summary>
internal static class FilledEvaluation
{
    private static readonly Finding Yes = new(ReviewDecision.Accepted, null, null, null, null);

    /// <returns>The two reviewers, each of whom sees what is theirs.</returns>
    public static async Task<IReadOnlyList<Actor>> In(LineRoom room)
    {
        var dossiers = await DossierDesk.On(room.House);
        await dossiers.Verify(room.Firm);
        var today = TehranTime.DayOf(room.House.Clock.GetUtcNow().UtcDateTime);
        await Done<AllowLateFiling, LateFiling, DossierRefusal>(
            dossiers,
            c => c.Run(dossiers.Campaign, room.Firm, today.AddDays(10), "دلیل")
        );
        // What another firm, and the office, put together is nobody else's yet.
        var (stranger, other) = await dossiers.Firm(21);
        var draft = (await dossiers.Begin(stranger, other)).Value;
        await dossiers.Save(stranger, draft.Id, "R6.10", DossierDesk.Fair());
        var (_, served) = await dossiers.Firm(22);
        var paper = (
            await dossiers.Begin(dossiers.Secretary, served, byOffice: true, reason: "کاغذ")
        ).Value;
        await dossiers.Save(dossiers.Secretary, paper.Id, "R6.10", DossierDesk.Fair());

        var desk = await ReviewDesk.Of(dossiers, (room.Person, room.Firm));
        var reviewers = new List<Actor>();
        foreach (var place in new[] { 1, 2 })
        {
            var by = await desk.Opened(place);
            await desk.Decide(by, "R6.10", Yes);
            await desk.Decide(by, "R6.1", Yes);
            await desk.Finish(by);
            reviewers.Add(by.Reviewer);
        }
        await Done<EnterViolationCase, ViolationCase, ComplianceRefusal>(
            dossiers,
            c => c.Run(room.Firm, new CaseEntry(ViolationKind.Violation, "1", today, "منبع"))
        );
        await Done<EnterCurrencyObligation, CurrencyObligation, ComplianceRefusal>(
            dossiers,
            c => c.Run(room.Firm, new ObligationEntry(1401, 1, true, today, "منبع"))
        );
        await Done<ComputeResult, CampaignResult, ResultRefusal>(
            dossiers,
            c => c.Run(dossiers.Campaign)
        );
        await Release(dossiers);
        var rulebooks = new RulebookDesk(room.House);
        await rulebooks.Published();
        return reviewers;
    }

    /// <summary>Through the committee to the score cards.</summary>
    private static async Task Release(DossierDesk dossiers)
    {
        await Moved(dossiers, 4, CampaignMoves.ToCommittee);
        var seat = await dossiers.Do<GiveSeat, Outcome<CommitteeSeat, CommitteeRefusal>>(
            dossiers.Secretary,
            c => c.Run(dossiers.Campaign, new SeatEntry("دستگاه", "نماینده", true))
        );
        var meeting = await dossiers.Do<OpenMeeting, Outcome<CommitteeMeeting, CommitteeRefusal>>(
            dossiers.Secretary,
            c => c.Run(dossiers.Campaign, new MeetingEntry(new DateOnly(2026, 12, 20), 1, "نتیجه"))
        );
        await Done<NoteAttendance, CommitteeMeeting, CommitteeRefusal>(
            dossiers,
            c => c.Run(meeting.Value.Id, 0, [(seat.Value.Id, null)])
        );
        await Done<CloseMeeting, CommitteeMeeting, CommitteeRefusal>(
            dossiers,
            c => c.Run(meeting.Value.Id, 1, "تصویب شد", new Votes(1, 0, 0))
        );
        dossiers.House.Clock.Advance(TimeSpan.FromDays(30));
        await Done<ReleaseResult, Campaign, ReleaseRefusal>(
            dossiers,
            c => c.Run(dossiers.Campaign, 5, null)
        );
    }

    private static async Task Moved(DossierDesk desk, int version, string move) =>
        Assert.Null(
            await new CampaignHouse(desk.House, desk.Secretary).Move(desk.Campaign, version, move)
        );

    private static async Task Done<TCase, TMade, TRefusal>(
        DossierDesk desk,
        Func<TCase, Task<Outcome<TMade, TRefusal>>> what
    )
        where TCase : notnull
        where TRefusal : struct, Enum => Assert.Null((await desk.Do(desk.Secretary, what)).Refused);
}
