using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Registry.Promoters;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Promoters;

/// <summary>A place in the databank after its approval: paused, taken up again, left.</summary>
public sealed class StandingTests
{
    [OnBothDatabases]
    [Theory]
    public async Task A_promoter_pauses_returns_and_leaves(Provider provider)
    {
        await using var house = await House.On(provider);
        var databank = new Databank(house);
        var (person, id, version) = await databank.Promoter();
        Assert.Equal(
            PromoterRefusal.NoReason,
            (await databank.Change(person, id, version, StandingChange.Suspend, "")).Refused
        );
        Assert.Equal(
            PromoterRefusal.StandingWrong,
            (await databank.Change(person, id, version, StandingChange.Return)).Refused
        );
        Assert.Equal(
            PromoterRefusal.Stale,
            (await databank.Change(person, id, version - 1, StandingChange.Suspend)).Refused
        );
        version = (await databank.Change(person, id, version, StandingChange.Suspend))
            .Value
            .Version;
        Assert.Null(await databank.Profile(id));
        version = (await databank.Change(person, id, version, StandingChange.Return)).Value.Version;
        Assert.NotNull(await databank.Profile(id));
        // What they work in and how to reach them is theirs to change; what was judged is not.
        Assert.Equal(
            PromoterRefusal.Incomplete,
            (
                await databank.Save(person, version, new FieldsSection([], Provinces.Of("08")))
            ).Refused
        );
        version = (
            await databank.Save(
                person,
                version,
                new FieldsSection([("57", "گلیم")], Provinces.Of("05"))
            )
        )
            .Value
            .Version;
        Assert.Equal(
            PromoterRefusal.Locked,
            (await databank.Save(person, version, new ExperienceSection(40, "?", "?", "?"))).Refused
        );
        version = (await databank.Change(person, id, version, StandingChange.Withdraw))
            .Value
            .Version;
        Assert.Null(await databank.Profile(id));
        Assert.Equal(
            PromoterRefusal.StandingWrong,
            (await databank.Change(person, id, version, StandingChange.Withdraw)).Refused
        );
        Assert.False(
            await house.As(Actor.System).Grants.AnyAsync(g => g.PersonId == person.PersonId)
        );
    }

    /// <summary>An application that waits is decided on, not thrown out; its author may take it back.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task The_organization_removes_only_who_is_in_the_databank(Provider provider)
    {
        await using var house = await House.On(provider);
        var databank = new Databank(house);
        var (person, id, version) = await databank.Applicant();
        var organization = await Databank.Organization(house);
        Assert.Equal(
            PromoterRefusal.StandingWrong,
            (await databank.Change(organization, id, version, StandingChange.Withdraw)).Refused
        );
        Assert.True((await databank.Change(person, id, version, StandingChange.Withdraw)).Done);
    }
}
