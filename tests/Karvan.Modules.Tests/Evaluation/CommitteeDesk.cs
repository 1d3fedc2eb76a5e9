using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Committee;
using Karvan.Evaluation.Conduct;
using Karvan.Evaluation.Release;
using Karvan.Evaluation.Results;
using Karvan.Evaluation.Reviews;
using Karvan.Modules.Tests.Evaluation.Dossiers;
using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Modules.Tests.Evaluation;

/// <summary>Two firms that are level in everything, for one place: reviewed, computed, and before the committee.</summary>
internal sealed class CommitteeDesk
{
    private CommitteeDesk(ReviewDesk reviews, (Actor Person, Guid Firm) other) =>
        (Reviews, Other) = (reviews, other);

    public ReviewDesk Reviews { get; }

    /// <summary>Its exporter has the number 2, that of <see cref="ReviewDesk.Firm"/> the number 1.</summary>
    public (Actor Person, Guid Firm) Other { get; }

    public static string[] Numbers =>
        [Modules.Tests.Numbers.Legal(1), Modules.Tests.Numbers.Legal(2)];

    public DossierDesk Dossiers => Reviews.Dossiers;

    public Guid Campaign => Dossiers.Campaign;

    private House House => Dossiers.House;

    public static async Task<CommitteeDesk> On(House house)
    {
        var dossiers = await DossierDesk.On(house);
        await house
            .As(Actor.System)
            .Set<CampaignPlaces>()
            .Where(p => p.CampaignId == dossiers.Campaign)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Winners, 1));
        var firm = await dossiers.Firm(1);
        var other = await dossiers.Firm(2);
        var bare = (await dossiers.Begin(other.Person, other.Firm)).Value.Id;
        await dossiers.Submit(other.Person, bare);
        var reviews = await ReviewDesk.Of(dossiers, firm);
        var desk = new CommitteeDesk(reviews, other);
        foreach (var place in new[] { 1, 2 })
        {
            var by = await reviews.Opened(place);
            await reviews.Decide(by, "R6.10", Rejected);
            await reviews.Decide(by, "R6.1", Rejected);
            await reviews.Finish(by);
        }
        foreach (var of in new[] { firm.Firm, other.Firm })
        {
            await dossiers.Do<
                EnterCurrencyObligation,
                Outcome<CurrencyObligation, ComplianceRefusal>
            >(
                dossiers.Secretary,
                c =>
                    c.Run(
                        of,
                        new ObligationEntry(1401, 0, true, new DateOnly(2026, 11, 1), "بانک مرکزی")
                    )
            );
        }
        return desk;
    }

    private static Finding Rejected =>
        new(ReviewDecision.Rejected, null, null, RejectionReason.NotShown, "مهر ندارد");

    /// <summary>Computed and moved on: nothing is missing before the committee.</summary>
    public async Task<CommitteeDesk> BeforeCommittee()
    {
        await Compute();
        var moved = await Move(CampaignMoves.ToCommittee);
        return moved is null
            ? this
            : throw new InvalidOperationException(
                $"It does not come before the committee: {moved}."
            );
    }

    public Task<Outcome<CampaignResult, ResultRefusal>> Compute() =>
        Dossiers.Do<ComputeResult, Outcome<CampaignResult, ResultRefusal>>(
            Dossiers.Secretary,
            c => c.Run(Campaign)
        );

    public async Task<CampaignRefusal?> Move(string move, string? reason = null) =>
        await new CampaignHouse(House, Dossiers.Secretary).Move(
            Campaign,
            await Version(),
            move,
            reason
        );

    public Task<int> Version() =>
        House
            .As(Actor.System)
            .Campaigns.Where(c => c.Id == Campaign)
            .Select(c => c.Version)
            .SingleAsync();

    /// <summary>Two seats, the first the chair's.</summary>
    public async Task<IReadOnlyList<Guid>> Seats()
    {
        var seats = new List<Guid>();
        foreach (var (body, chairs) in new[] { ("سازمان صمت", true), ("اتاق بازرگانی", false) })
        {
            seats.Add((await Seat(new SeatEntry(body, "نماینده", chairs))).Value.Id);
        }
        return seats;
    }

    public Task<Outcome<CommitteeSeat, CommitteeRefusal>> Seat(SeatEntry entry) =>
        Dossiers.Do<GiveSeat, Outcome<CommitteeSeat, CommitteeRefusal>>(
            Dossiers.Secretary,
            c => c.Run(Campaign, entry)
        );

    public Task<Outcome<CommitteeMeeting, CommitteeRefusal>> Open(int quorum = 2) =>
        Dossiers.Do<OpenMeeting, Outcome<CommitteeMeeting, CommitteeRefusal>>(
            Dossiers.Secretary,
            c => c.Run(Campaign, new MeetingEntry(new DateOnly(2026, 12, 20), quorum, "نتیجه"))
        );

    public Task<CommitteeRefusal?> Attend(Guid meeting, params IEnumerable<Guid> seats) =>
        Do<NoteAttendance>(
            meeting,
            (c, v) => c.Run(meeting, v, [.. seats.Select(s => (s, (string?)null))])
        );

    public Task<CommitteeRefusal?> Tie(
        Guid meeting,
        IReadOnlyList<string> chosen,
        Votes? votes = null,
        string? reason = "سابقهٔ بیشتر"
    ) =>
        Do<DecideTie>(
            meeting,
            (c, v) =>
                c.Run(
                    meeting,
                    v,
                    (DossierDesk.Province, null),
                    chosen,
                    reason,
                    votes ?? new Votes(2, 0, 0)
                )
        );

    public Task<CommitteeRefusal?> Close(
        Guid meeting,
        Votes? votes = null,
        string? minutes = "تصویب شد"
    ) =>
        Do<CloseMeeting>(
            meeting,
            (c, v) => c.Run(meeting, v, minutes, votes ?? new Votes(2, 0, 0))
        );

    /// <summary>A meeting that chooses the other firm and approves the result.</summary>
    public async Task<Guid> Approved()
    {
        var seats = await Seats();
        var meeting = (await Open()).Value.Id;
        await Attend(meeting, seats);
        await Tie(meeting, [Numbers[1]]);
        return await Close(meeting) is { } refusal
            ? throw new InvalidOperationException($"The result was not approved: {refusal}.")
            : meeting;
    }

    public async Task<ReleaseRefusal?> Release(string? remark = null)
    {
        var version = await Version();
        return (
            await Dossiers.Do<ReleaseResult, Outcome<Campaign, ReleaseRefusal>>(
                Dossiers.Secretary,
                c => c.Run(Campaign, version, remark)
            )
        ).Refused;
    }

    /// <summary>Time passes until results may be told.</summary>
    public void PassEmbargo() => House.Clock.Advance(TimeSpan.FromDays(30));

    private async Task<CommitteeRefusal?> Do<TCase>(
        Guid meeting,
        Func<TCase, int, Task<Outcome<CommitteeMeeting, CommitteeRefusal>>> what
    )
        where TCase : notnull
    {
        var version = await House
            .As(Actor.System)
            .CommitteeMeetings.Where(m => m.Id == meeting)
            .Select(m => m.Version)
            .SingleAsync();
        return (
            await Dossiers.Do<TCase, Outcome<CommitteeMeeting, CommitteeRefusal>>(
                Dossiers.Secretary,
                c => what(c, version)
            )
        ).Refused;
    }
}
