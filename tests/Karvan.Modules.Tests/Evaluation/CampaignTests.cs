using Karvan.Evaluation.Campaigns;
using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Evaluation;

/// <summary>A campaign is drafted, given days and places, called, extended, and taken back.</summary>
public sealed class CampaignTests
{
    [OnBothDatabases]
    [Theory]
    public async Task A_draft_is_called_once_nothing_is_missing(Provider provider)
    {
        await using var house = await House.On(provider);
        var secretary = await CampaignHouse.Secretary(house, Provinces.Of("08"));
        var campaigns = new CampaignHouse(house, secretary);
        var id = await campaigns.Draft("08");
        Assert.Equal(CampaignRefusal.NotReady, await campaigns.Move(id, 0, CampaignMoves.Call));
        Assert.Equal([Need.Calendar, Need.Places], await Missing(campaigns, id));
        Assert.Null(await campaigns.SetPlaces(id, 0, new ProvincePlaces("08", 3, 0)));
        Assert.Equal([Need.Calendar], await Missing(campaigns, id));
        Assert.Null(await campaigns.SetDays(id, 1, campaigns.Days() with { ObjectionsEnd = null }));
        Assert.Equal(
            ["ObjectionsEnd"],
            (await campaigns.Needs(id)).Single(n => n.Need is Need.Calendar).Details
        );
        Assert.Equal(CampaignRefusal.NotReady, await campaigns.Move(id, 2, CampaignMoves.Call));
        Assert.Null(await campaigns.SetDays(id, 2, campaigns.Days()));
        Assert.Equal(CampaignRefusal.Stale, await campaigns.Move(id, 2, CampaignMoves.Call));
        Assert.Null(await campaigns.Move(id, 3, CampaignMoves.Call));
        Assert.Equal(CampaignState.Filing, (await campaigns.One(id, secretary))!.State);
        Assert.Equal(CampaignRefusal.NoSuchMove, await campaigns.Move(id, 4, CampaignMoves.Call));
        var kinds = await house
            .As(Actor.System)
            .AuditEvents.Where(e => e.SubjectId == id)
            .OrderBy(e => e.Id)
            .Select(e => e.Kind)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            [
                nameof(CampaignDrafted),
                nameof(CampaignPlacesSet),
                nameof(CampaignDaysSet),
                nameof(CampaignDaysSet),
                nameof(CampaignCalled),
            ],
            kinds
        );
    }

    /// <summary>What was called stands: only its deadlines move, and only to later days.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task After_its_call_only_later_days_are_taken(Provider provider)
    {
        await using var house = await House.On(provider);
        var campaigns = new CampaignHouse(
            house,
            await CampaignHouse.Secretary(house, Provinces.Of("08"))
        );
        var id = await campaigns.Called("08");
        Assert.Equal(
            CampaignRefusal.Called,
            await campaigns.Edit(id, 3, CampaignHouse.Profile("08"))
        );
        Assert.Equal(
            CampaignRefusal.Called,
            await campaigns.SetPlaces(id, 3, new ProvincePlaces("08", 9, 0))
        );
        var told = campaigns.Days();
        Assert.Equal(
            CampaignRefusal.DayEarlier,
            await campaigns.SetDays(
                id,
                3,
                told with
                {
                    FilingEnds = told.FilingEnds!.Value.AddDays(-1),
                },
                "دلیل"
            )
        );
        Assert.Equal(
            CampaignRefusal.DayEarlier,
            await campaigns.SetDays(id, 3, told with { ReviewEnds = null }, "دلیل")
        );
        var later = told with { FilingEnds = told.FilingEnds!.Value.AddDays(3), FilingGrace = 1 };
        Assert.Equal(CampaignRefusal.NoReason, await campaigns.SetDays(id, 3, later, " "));
        Assert.Null(await campaigns.SetDays(id, 3, later, "قطع برق"));
        Assert.Equal(
            CampaignRefusal.DayEarlier,
            await campaigns.SetDays(id, 4, later with { FilingGrace = 0 }, "دلیل")
        );
    }

    /// <summary>A draft is its secretary's; from the call on everybody reads it, and from its withdrawal nobody else.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task A_draft_is_seen_by_nobody_else(Provider provider)
    {
        await using var house = await House.On(provider);
        var secretary = await CampaignHouse.Secretary(house, Provinces.Of("08"));
        var campaigns = new CampaignHouse(house, secretary);
        var called = await campaigns.Called("08");
        var drafted = await campaigns.Draft("08");
        Actor[] others =
        [
            Actor.Public,
            (await house.Firm("پسته کرمان", "08", Numbers.Legal(1))).Person,
            await house.Expert("08", Body.TradePromotion),
            await CampaignHouse.Secretary(house, Provinces.Of("00")),
        ];
        foreach (var other in others)
        {
            Assert.NotNull(await campaigns.One(called, other));
            Assert.Null(await campaigns.One(drafted, other));
        }
        Assert.NotNull(await campaigns.One(drafted, secretary));
        Assert.Equal(
            CampaignRefusal.NoReason,
            await campaigns.Move(called, 3, CampaignMoves.TakeBack)
        );
        Assert.Null(await campaigns.Move(called, 3, CampaignMoves.TakeBack, "اشتباه در روزها"));
        Assert.Null(await campaigns.One(called, Actor.Public));
        Assert.Null(await campaigns.Edit(called, 4, CampaignHouse.Profile("08")));
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_secretary_runs_campaigns_of_their_own_provinces(Provider provider)
    {
        await using var house = await House.On(provider);
        var campaigns = new CampaignHouse(
            house,
            await CampaignHouse.Secretary(house, Provinces.Of("08"))
        );
        await Assert.ThrowsAsync<BeyondReachException>(() => campaigns.Draft("00"));
        await Assert.ThrowsAsync<BeyondReachException>(() => campaigns.Draft());
        var id = await campaigns.Draft("08");
        await Assert.ThrowsAsync<BeyondReachException>(() =>
            campaigns.Edit(id, 0, CampaignHouse.Profile("00"))
        );
        Assert.Equal(
            CampaignRefusal.OtherProvince,
            await campaigns.SetPlaces(id, 0, new ProvincePlaces("00", 1, 0))
        );
    }

    [OnBothDatabases]
    [Theory]
    public async Task What_is_wrong_is_refused_by_name(Provider provider)
    {
        await using var house = await House.On(provider);
        var campaigns = new CampaignHouse(
            house,
            await CampaignHouse.Secretary(house, Provinces.Country)
        );
        var profile = CampaignHouse.Profile();
        Assert.Equal(
            [
                CampaignRefusal.NameMissing,
                CampaignRefusal.ProvinceUnknown,
                CampaignRefusal.RulebookUnknown,
            ],
            new[]
            {
                (await campaigns.Begin(profile with { NameFa = " " })).Refused,
                (await campaigns.Begin(profile with { Province = "99" })).Refused,
                (
                    await campaigns.Begin(
                        profile with
                        {
                            Rulebook = profile.Rulebook with { Hash = new string('0', 64) },
                        }
                    )
                ).Refused,
            }
        );
        var id = await campaigns.Draft();
        Assert.Equal(
            CampaignRefusal.PlacesUnknown,
            await campaigns.SetPlaces(
                id,
                0,
                new ProvincePlaces("08", 1, 0),
                new ProvincePlaces("08", 2, 0)
            )
        );
        Assert.Equal(
            CampaignRefusal.PlacesWrong,
            await campaigns.SetPlaces(id, 0, new ProvincePlaces("08", 0, 0))
        );
        Assert.Equal(
            CampaignRefusal.GraceNegative,
            await campaigns.SetDays(id, 0, campaigns.Days() with { FilingGrace = -1 })
        );
        Assert.Equal(
            CampaignRefusal.NotFound,
            await campaigns.Move(Guid.NewGuid(), 0, CampaignMoves.Call)
        );
    }

    /// <summary>Two people set the places over the same version: one does, and the other is told.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Of_those_who_change_one_version_at_once_one_does(Provider provider)
    {
        await using var house = await House.On(provider);
        var campaigns = new CampaignHouse(
            house,
            await CampaignHouse.Secretary(house, Provinces.Of("08"))
        );
        var id = await campaigns.Draft("08");
        var refusals = await Task.WhenAll(
            Enumerable
                .Range(1, 8)
                .Select(n => campaigns.SetPlaces(id, 0, new ProvincePlaces("08", n, 0)))
        );
        Assert.Equal(
            (1, 7),
            (refusals.Count(r => r is null), refusals.Count(r => r is CampaignRefusal.Stale))
        );
    }

    /// <summary>Holidays, undecided readings and data are told; they hold no call up.</summary>
    private static async Task<IEnumerable<Need>> Missing(CampaignHouse campaigns, Guid id) =>
        (await campaigns.Needs(id))
            .Where(n => n.Need is Need.Rulebook or Need.Calendar or Need.Places)
            .Where(n => !n.IsMet)
            .Select(n => n.Need);
}
