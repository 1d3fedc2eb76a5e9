using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Committee;
using Karvan.Evaluation.Dossiers;
using Karvan.Evaluation.Results;
using Karvan.Evaluation.Reviews;
using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Platform.Values;
using Karvan.Registry.Reference;

namespace Karvan.Modules.Tests.Evaluation;

/// <summary>Campaigns of a house, as their secretary runs them.</summary>
internal sealed class CampaignHouse(House house, Actor secretary)
{
    public static RulebookPin Book { get; } = IRulebooks.Pin(ShippedBook.Only.All[0]);

    public static Task<Actor> Secretary(House house, Provinces provinces) =>
        house.Somebody(p =>
            Grant.OfStaff(p, Role.CommitteeSecretary, Body.TradePromotion, provinces)
        );

    public static CampaignProfile Profile(string? province = null) =>
        new("دورهٔ ۱۴۰۲", "Campaign 1402", province, Book, RankedWithin.Province, ReviewMode.Two);

    /// <summary>Each day a week after the one before, the first on the day of the house's clock.</summary>
    public CampaignCalendar Days(int later = 0)
    {
        var first = TehranTime.DayOf(house.Clock.GetUtcNow().UtcDateTime).AddDays(later);
        return new CampaignCalendar
        {
            FilingOpens = first,
            FilingEnds = first.AddDays(7),
            AnswersEnd = first.AddDays(14),
            ReviewEnds = first.AddDays(21),
            CommitteeMeets = first.AddDays(28),
            EmbargoEnds = first.AddDays(35),
            ObjectionsEnd = first.AddDays(42),
        };
    }

    public async Task<Guid> Draft(string? province = null) =>
        (await Begin(Profile(province))).Value;

    public Task<Outcome<Guid, CampaignRefusal>> Begin(CampaignProfile profile)
    {
        var db = house.As(secretary);
        return new DraftCampaign(db, house.ChangesOf(db), ShippedBook.Only).Run(profile);
    }

    public async Task<CampaignRefusal?> Edit(Guid id, int version, CampaignProfile profile)
    {
        var db = house.As(secretary);
        var use = new EditCampaign(db, house.ChangesOf(db), ShippedBook.Only);
        return (await use.Run(id, version, profile)).Refused;
    }

    public async Task<CampaignRefusal?> SetDays(
        Guid id,
        int version,
        CampaignCalendar days,
        string? reason = null
    )
    {
        var db = house.As(secretary);
        var use = new SetCampaignDays(db, house.ChangesOf(db));
        return (await use.Run(id, version, days, reason)).Refused;
    }

    public async Task<CampaignRefusal?> SetPlaces(
        Guid id,
        int version,
        params IReadOnlyList<ProvincePlaces> places
    )
    {
        var db = house.As(secretary);
        var use = new SetCampaignPlaces(db, house.ChangesOf(db));
        return (await use.Run(id, version, places)).Refused;
    }

    public async Task<CampaignRefusal?> Move(
        Guid id,
        int version,
        string move,
        string? reason = null
    )
    {
        var db = house.As(secretary);
        var use = new MoveCampaign(
            db,
            house.ChangesOf(db),
            new CampaignReadiness(
                db,
                ShippedBook.Only,
                new ReferenceShelf(db),
                new FiledDossiers(db),
                new BegunReviews(db),
                new ComputedResults(db),
                new ApprovedResults(db),
                house.Clock
            )
        );
        return (await use.Run(id, version, move, reason)).Refused;
    }

    public async Task<IReadOnlyList<NeedFound>> Needs(Guid id)
    {
        var db = house.As(secretary);
        var readiness = new CampaignReadiness(
            db,
            ShippedBook.Only,
            new ReferenceShelf(db),
            new FiledDossiers(db),
            new BegunReviews(db),
            new ComputedResults(db),
            new ApprovedResults(db),
            house.Clock
        );
        return await readiness.Of((await One(id, secretary))!);
    }

    /// <summary>A campaign of one province, whole and called: at its version 3.</summary>
    public async Task<Guid> Called(string province)
    {
        var id = await Draft(province);
        await SetPlaces(id, 0, new ProvincePlaces(province, 3, 1));
        await SetDays(id, 1, Days());
        await Move(id, 2, CampaignMoves.Call);
        return id;
    }

    public Task<Campaign?> One(Guid id, Actor actor) => new CampaignSearch(house.As(actor)).One(id);
}
