using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Reviews;
using Karvan.Evidence.Items;
using Karvan.Modules.Tests.Evaluation.Dossiers;
using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Modules.Tests.Evaluation;

/// <summary>A dossier with two items, submitted, in a campaign that is reviewed.</summary>
internal sealed class ReviewDesk
{
    /// <summary>Days after which filing is over, for those who were given more time too.</summary>
    private const int LongerThanFiling = 15;

    private ReviewDesk(DossierDesk dossiers, (Actor Person, Guid Firm) firm, Guid dossier) =>
        (Dossiers, Firm, Dossier) = (dossiers, firm, dossier);

    public DossierDesk Dossiers { get; }

    public (Actor Person, Guid Firm) Firm { get; }

    public Guid Dossier { get; }

    private House House => Dossiers.House;

    public static async Task<ReviewDesk> On(House house)
    {
        var desk = await DossierDesk.On(house);
        return await Of(desk, await desk.Firm(1));
    }

    /// <summary>Of a verified firm that is there already.</summary>
    public static async Task<ReviewDesk> Of(DossierDesk desk, (Actor Person, Guid Firm) firm)
    {
        var house = desk.House;
        var dossier = (await desk.Begin(firm.Person, firm.Firm)).Value.Id;
        await desk.Save(firm.Person, dossier, "R6.10", DossierDesk.Fair());
        await desk.Save(
            firm.Person,
            dossier,
            "R6.1",
            new EvidenceSaid { Country = "IQ", Endorser = "embassy" },
            ["contract"]
        );
        await desk.Submit(firm.Person, dossier);
        house.Clock.Advance(TimeSpan.FromDays(LongerThanFiling));
        var moved = await new CampaignHouse(house, desk.Secretary).Move(
            desk.Campaign,
            3,
            CampaignMoves.BeginReview
        );
        return moved is null
            ? new ReviewDesk(desk, firm, dossier)
            : throw new InvalidOperationException($"The reviews did not begin: {moved}.");
    }

    public Task<Actor> Reviewer(string province = DossierDesk.Province) =>
        House.Somebody(p =>
            Grant.OfStaff(p, Role.Reviewer, Body.TradePromotion, Provinces.Of(province))
        );

    public Task<Outcome<ReviewAssignment, ReviewRefusal>> Assign(Actor reviewer, int place) =>
        Dossiers.Do<AssignReview, Outcome<ReviewAssignment, ReviewRefusal>>(
            Dossiers.Secretary,
            c => c.Run(Dossier, reviewer.PersonId!.Value, place)
        );

    /// <summary>Given to somebody who said that they have no interest.</summary>
    public async Task<(Actor Reviewer, Guid Review)> Opened(int place)
    {
        var reviewer = await Reviewer();
        var review = (await Assign(reviewer, place)).Value.Id;
        await Do<ClearReview>(reviewer, review, (c, v) => c.Run(review, v));
        return (reviewer, review);
    }

    public async Task<ReviewRefusal?> Do<TCase>(
        Actor actor,
        Guid review,
        Func<TCase, int, Task<Outcome<ReviewAssignment, ReviewRefusal>>> what
    )
        where TCase : notnull
    {
        var version = (await Look(review)).Version;
        return (
            await Dossiers.Do<TCase, Outcome<ReviewAssignment, ReviewRefusal>>(
                actor,
                c => what(c, version)
            )
        ).Refused;
    }

    public async Task<ReviewRefusal?> Decide(
        (Actor Reviewer, Guid Review) by,
        string criterion,
        Finding finding
    )
    {
        var item = await Item(criterion);
        return await Do<DecideItem>(
            by.Reviewer,
            by.Review,
            (c, v) => c.Run(by.Review, v, item, finding)
        );
    }

    public Task<ReviewRefusal?> Finish((Actor Reviewer, Guid Review) by) =>
        Do<FinishReview>(by.Reviewer, by.Review, (c, v) => c.Run(by.Review, v));

    public async Task<ReviewRefusal?> Settle(string criterion, Finding finding)
    {
        var item = await Item(criterion);
        return (
            await Dossiers.Do<SettleReview, Outcome<ItemVerdict, ReviewRefusal>>(
                Dossiers.Secretary,
                c => c.Run(Dossier, item, finding)
            )
        ).Refused;
    }

    public async Task<
        IReadOnlyList<(string Criterion, ReviewDecision Decision, bool Settled)>
    > Verdicts(Actor actor) =>
        [
            .. (await new ReviewSearch(House.As(actor)).Verdicts(Dossier))
                .OrderBy(v => v.Criterion, StringComparer.Ordinal)
                .Select(v => (v.Criterion, v.Decision, v.IsSettled)),
        ];

    public Task<ReviewAssignment> Look(Guid review) =>
        House.As(Actor.System).ReviewAssignments.AsNoTracking().SingleAsync(r => r.Id == review);

    private Task<Guid> Item(string criterion) =>
        House
            .As(Actor.System)
            .EvidenceItems.Where(i => i.OwnerId == Dossier && i.Criterion == criterion)
            .Select(i => i.Id)
            .SingleAsync();
}
