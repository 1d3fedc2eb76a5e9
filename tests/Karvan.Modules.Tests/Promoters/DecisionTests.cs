using Karvan.Platform.Authorization;
using Karvan.Platform.Outbox;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Registry.Promoters;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Promoters;

/// <summary>Interview by the province or the Organization, decision by the Organization, and what follows from it.</summary>
public sealed class DecisionTests
{
    [OnBothDatabases]
    [Theory]
    public async Task Approval_brings_the_role_and_a_message_in_the_same_change(Provider provider)
    {
        await using var house = await House.On(provider);
        var databank = new Databank(house);
        var (person, id, version) = await databank.Promoter();
        var db = house.As(Actor.System);
        var grant = await db.Grants.SingleAsync(g => g.PersonId == person.PersonId);
        Assert.Equal((Role.Promoter, Body.SmallIndustries), (grant.Role, grant.Body));
        var letter = await db.Outbox.SingleAsync();
        Assert.Equal(("Approved", $"{person.Name}@example.org"), (letter.Title, letter.To));
        Assert.NotNull(await databank.Profile(id));

        // Suspended, it is gone from the directory at once, and so is the role; let return, both are back.
        var organization = await Databank.Organization(house);
        var away = await databank.Change(organization, id, version, StandingChange.Suspend);
        Assert.Null(await databank.Profile(id));
        Assert.Empty(await databank.Search(new DirectoryQuery()));
        Assert.False(
            await house.As(Actor.System).Grants.AnyAsync(g => g.PersonId == person.PersonId)
        );
        Assert.Equal(
            PromoterRefusal.NotTheirs,
            (await databank.Change(person, id, away.Value.Version, StandingChange.Return)).Refused
        );
        var back = await databank.Change(
            organization,
            id,
            away.Value.Version,
            StandingChange.Return,
            null
        );
        Assert.True(back.Done);
        Assert.NotNull(await databank.Profile(id));
        Assert.Equal(
            1,
            await house.As(Actor.System).Grants.CountAsync(g => g.PersonId == person.PersonId)
        );
        Assert.Equal(
            ["Approved", "Returned", "Suspended"],
            await house.As(Actor.System).Outbox.Select(m => m.Title).OrderBy(t => t).ToListAsync()
        );
    }

    [OnBothDatabases]
    [Theory]
    public async Task Nobody_is_decided_on_unheard_nor_refused_without_a_reason(Provider provider)
    {
        await using var house = await House.On(provider);
        var databank = new Databank(house);
        var (person, id, version) = await databank.Applicant();
        var organization = await Databank.Organization(house);
        Assert.Equal(
            PromoterRefusal.NoInterview,
            (await databank.Decide(organization, id, version)).Refused
        );
        Assert.True(
            (await databank.Interview(organization, id, Databank.Note(databank.Today))).Done
        );
        version++;
        Assert.Equal(
            PromoterRefusal.Stale,
            (await databank.Decide(organization, id, version - 1)).Refused
        );
        Assert.Equal(
            PromoterRefusal.NoDecision,
            (await databank.Decide(organization, id, version, PromoterState.Suspended)).Refused
        );
        Assert.Equal(
            PromoterRefusal.NoReason,
            (await databank.Decide(organization, id, version, PromoterState.Refused, " ")).Refused
        );
        var refused = await databank.Decide(
            organization,
            id,
            version,
            PromoterState.Refused,
            "تجربهٔ کم"
        );
        Assert.Equal("تجربهٔ کم", refused.Value.Remark);
        Assert.Equal(
            PromoterRefusal.NotWaiting,
            (await databank.Decide(organization, id, refused.Value.Version)).Refused
        );
        Assert.False(
            await house.As(Actor.System).Grants.AnyAsync(g => g.PersonId == person.PersonId)
        );
        Assert.Equal("تجربهٔ کم", (await house.As(Actor.System).Outbox.SingleAsync()).Text);

        // They may apply again, from the answers they gave.
        var again = await databank.Save(
            person,
            null,
            new ExperienceSection(13, "بیشتر", "بیشتر", "بیشتر")
        );
        Assert.NotEqual(id, again.Value.Id);
        Assert.Equal("Nima Pestechi", again.Value.NameEn);
        Assert.True((await databank.Submit(person, again.Value.Version)).Done);
    }

    [OnBothDatabases]
    [Theory]
    public async Task An_expert_of_another_province_does_not_find_it(Provider provider)
    {
        await using var house = await House.On(provider);
        var databank = new Databank(house);
        var (_, id, version) = await databank.Applicant("08");
        foreach (
            var stranger in new[]
            {
                await house.Expert("21"),
                await house.Expert("08", Body.TradePromotion),
                await house.Somebody(),
            }
        )
        {
            var note = Databank.Note(databank.Today);
            Assert.Equal(
                PromoterRefusal.NotFound,
                (await databank.Interview(stranger, id, note)).Refused
            );
            Assert.Equal(
                PromoterRefusal.NotFound,
                (await databank.Ask(stranger, id, version, "؟")).Refused
            );
            Assert.Equal(
                PromoterRefusal.NotFound,
                (await databank.Decide(stranger, id, version)).Refused
            );
            Assert.Equal(
                PromoterRefusal.NotFound,
                (await databank.Change(stranger, id, version, StandingChange.Suspend)).Refused
            );
            var (_, total) = await new PromoterWorklist(house.As(stranger))
                .Rows(new WorklistQuery(stranger.PersonId))
                .Page();
            Assert.Equal(0, total);
        }
        Assert.True(
            (
                await databank.Interview(
                    await house.Expert("08"),
                    id,
                    Databank.Note(databank.Today)
                )
            ).Done
        );
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_question_goes_to_the_author_and_comes_back_answered(Provider provider)
    {
        await using var house = await House.On(provider);
        var databank = new Databank(house);
        var (person, id, version) = await databank.Applicant();
        var expert = await house.Expert("08");
        Assert.Equal(
            PromoterRefusal.NoReason,
            (await databank.Ask(expert, id, version, " ")).Refused
        );
        var asked = await databank.Ask(expert, id, version, "کدام بازار؟");
        Assert.Equal(
            PromoterRefusal.Stale,
            (await databank.Ask(expert, id, version, "کدام بازار؟")).Refused
        );
        version = asked.Value.Version;
        Assert.Equal(
            PromoterRefusal.NotWaiting,
            (await databank.Ask(expert, id, version, "دوباره؟")).Refused
        );
        // An interview may be held while the answer is awaited; a decision waits.
        Assert.True((await databank.Interview(expert, id, Databank.Note(databank.Today))).Done);
        version++;
        var organization = await Databank.Organization(house);
        Assert.Equal(
            PromoterRefusal.NotWaiting,
            (await databank.Decide(organization, id, version)).Refused
        );
        var saved = await databank.Save(
            person,
            version,
            new ExperienceSection(12, "صادرات پسته به آلمان", "باغ", "اجماع")
        );
        var sent = await databank.Submit(person, saved.Value.Version);
        Assert.True((await databank.Decide(organization, id, sent.Value.Version)).Done);
    }

    [OnBothDatabases]
    [Theory]
    public async Task Of_two_decisions_at_once_one_holds(Provider provider)
    {
        await using var house = await House.On(provider);
        var databank = new Databank(house);
        var (person, id, version) = await databank.Applicant();
        var organization = await Databank.Organization(house);
        await databank.Interview(organization, id, Databank.Note(databank.Today));
        var decisions = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i =>
                    databank.Decide(
                        organization,
                        id,
                        version + 1,
                        i % 2 == 0 ? PromoterState.Approved : PromoterState.Refused,
                        "دلیل"
                    )
                )
        );
        var winner = Assert.Single(decisions, d => d.Done).Value;
        Assert.All(
            decisions.Where(d => !d.Done),
            d => Assert.Equal(PromoterRefusal.Stale, d.Refused)
        );
        var db = house.As(Actor.System);
        Assert.Equal(winner.State, (await db.Promoters.SingleAsync(p => p.Id == id)).State);
        Assert.Equal(1, await db.Outbox.CountAsync());
        Assert.Equal(
            winner.State is PromoterState.Approved ? 1 : 0,
            await db.Grants.CountAsync(g => g.PersonId == person.PersonId)
        );
    }
}
