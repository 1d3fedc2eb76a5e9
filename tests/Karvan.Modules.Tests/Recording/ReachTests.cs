using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Recording;

/// <summary>A change asks for itself what its act reaches, whatever a page asked before.</summary>
public sealed class ReachTests
{
    [OnBothDatabases]
    [Theory]
    public async Task A_record_beyond_the_act_is_refused_and_nothing_is_saved(Provider provider)
    {
        await using var house = await House.On(provider);
        var (_, firm) = await house.Firm("پویا", "21", Numbers.Legal(1));
        var expert = await house.Expert("08");
        var db = house.As(expert);
        var found = await db.Enterprises.IgnoreQueryFilters().SingleAsync(e => e.Id == firm);
        await using (var change = await house.ChangesOf(db).Begin(RegistryActs.VerifyEnterprise))
        {
            found.Decide(VerificationState.Verified, null);
            var refused = await Assert.ThrowsAsync<BeyondReachException>(() =>
                change.Commit(new EnterpriseVerified(found.Subject))
            );
            Assert.Same(RegistryActs.VerifyEnterprise, refused.Act);
        }
        var kept = await house.As(Actor.System).Enterprises.SingleAsync(e => e.Id == firm);
        Assert.Equal(VerificationState.Waiting, kept.State);
        Assert.Equal(
            0,
            await house
                .As(Actor.System)
                .AuditEvents.CountAsync(e => e.Kind == nameof(EnterpriseVerified))
        );
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_role_for_two_provinces_takes_both(Provider provider)
    {
        await using var house = await House.On(provider);
        var somebody = await house.Somebody();
        var keeper = await house.Somebody(p =>
            Grant.OfStaff(p, Role.Administrator, Body.SmallIndustries, Provinces.Of("08", "21"))
        );
        Assert.True(await Gives(house, keeper, somebody, Provinces.Of("08", "21")));
        Assert.False(await Gives(house, keeper, somebody, Provinces.Of("08", "05")));
        Assert.False(await Gives(house, keeper, somebody, Provinces.Country));
    }

    [Fact]
    public async Task A_change_inside_another_is_refused_with_both_acts_named()
    {
        await using var house = await House.On(Provider.Sqlite);
        var changes = house.ChangesOf(house.As(Actor.System));
        await using var open = await changes.Begin(RegistryActs.VerifyEnterprise);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            changes.Begin(PlatformActs.RunSystem)
        );
        Assert.Contains(nameof(PlatformActs.RunSystem), refused.Message, StringComparison.Ordinal);
        Assert.Contains(
            nameof(RegistryActs.VerifyEnterprise),
            refused.Message,
            StringComparison.Ordinal
        );
    }

    private static async Task<bool> Gives(
        House house,
        Actor keeper,
        Actor somebody,
        Provinces provinces
    )
    {
        var db = house.As(keeper);
        var grant = Grant.OfStaff(
            somebody.PersonId!.Value,
            Role.ProvincialExpert,
            Body.SmallIndustries,
            provinces
        );
        await using var change = await house.ChangesOf(db).Begin(PlatformActs.ManageGrants);
        db.Grants.Add(grant);
        try
        {
            await change.Commit(
                new Karvan.Platform.Accounts.GrantGiven(
                    new Subject(nameof(Grant), grant.Id, Body.SmallIndustries),
                    grant
                )
            );
            return true;
        }
        catch (BeyondReachException)
        {
            return false;
        }
    }
}
