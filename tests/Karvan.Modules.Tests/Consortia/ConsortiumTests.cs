using Karvan.Consortia;
using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Consortia;

/// <summary>Consortia are put on record with their members, each from a day to another.</summary>
public sealed class ConsortiumTests
{
    private static readonly DateOnly Registered = new(2022, 6, 1);

    [OnBothDatabases]
    [Theory]
    public async Task A_firm_is_a_member_from_its_first_day_to_its_last(Provider provider)
    {
        await using var house = await House.On(provider);
        var expert = await house.Expert("08");
        var (_, firm) = await house.Firm("پسته کرمان", "08", Numbers.Legal(1));
        var id = (await Record(house, expert, "12")).Value;
        var joined = Registered.AddDays(10);
        Assert.Null(await Join(house, expert, id, firm, joined));
        Assert.Equal(
            ConsortiumRefusal.AlreadyMember,
            await Join(house, expert, id, firm, joined.AddDays(-5))
        );
        var member = (await One(house, expert, id)).Members[0].Id;
        Assert.Equal(
            ConsortiumRefusal.PeriodReversed,
            await End(house, expert, id, member, joined.AddDays(-1))
        );
        var last = joined.AddDays(100);
        Assert.Null(await End(house, expert, id, member, last));
        Assert.Equal(ConsortiumRefusal.NotMember, await End(house, expert, id, member, last));
        var found = await One(house, expert, id);
        Assert.Equal(
            [0, 1, 1, 0],
            new[] { joined.AddDays(-1), joined, last, last.AddDays(1) }.Select(d =>
                found.MembersOn(d).Count()
            )
        );
        // Again, from the day after.
        Assert.Equal(ConsortiumRefusal.AlreadyMember, await Join(house, expert, id, firm, last));
        Assert.Null(await Join(house, expert, id, firm, last.AddDays(1)));
        Assert.Equal(
            ConsortiumRefusal.DayInFuture,
            await Join(house, expert, id, firm, new DateOnly(2026, 11, 23))
        );
    }

    /// <summary>Two experts add the same firm at once: it is a member once.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Of_those_who_add_the_same_member_at_once_one_does(Provider provider)
    {
        await using var house = await House.On(provider);
        var expert = await house.Expert("08");
        var (_, firm) = await house.Firm("پسته کرمان", "08", Numbers.Legal(1));
        var id = (await Record(house, expert, "12")).Value;
        var refusals = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => Join(house, expert, id, firm, Registered.AddDays(i)))
        );
        Assert.Equal(
            (1, 7),
            (
                refusals.Count(r => r is null),
                refusals.Count(r => r is ConsortiumRefusal.AlreadyMember)
            )
        );
        Assert.Single((await One(house, expert, id)).Members);
        var twice = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(async _ => (await Record(house, expert, "77")).Refused)
        );
        Assert.Equal(
            (1, 3),
            (twice.Count(r => r is null), twice.Count(r => r is ConsortiumRefusal.AlreadyRecorded))
        );
    }

    /// <summary>Clause R5.2: membership of a registered consortium, on a day of the year.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Membership_counts_only_while_the_consortium_is_registered(Provider provider)
    {
        await using var house = await House.On(provider);
        var expert = await house.Expert("08");
        var (_, firm) = await house.Firm("پسته کرمان", "08", Numbers.Legal(1));
        var id = (await Record(house, expert, "12")).Value;
        // It joined a month before the legal registration.
        Assert.Null(await Join(house, expert, id, firm, Registered.AddMonths(-1)));
        var memberships = new Memberships(house.As(Actor.Public));
        Task<bool> Was(DateOnly from, DateOnly to) => memberships.WasMemberDuring(firm, from, to);
        Assert.False(await Was(Registered.AddMonths(-1), Registered.AddDays(-1)));
        Assert.True(await Was(Registered.AddMonths(-1), Registered));
        Assert.True(await Was(Registered.AddYears(3), Registered.AddYears(3)));
        var last = Registered.AddYears(1);
        Assert.Null(await Dissolve(house, expert, id, 1, last));
        Assert.True(await Was(last, last.AddYears(1)));
        Assert.False(await Was(last.AddDays(1), last.AddYears(1)));
        Assert.Equal(ConsortiumRefusal.Stale, await Dissolve(house, expert, id, 1, last));
        Assert.Equal(ConsortiumRefusal.Dissolved, await Dissolve(house, expert, id, 2, last));
        Assert.Equal(ConsortiumRefusal.Dissolved, await Join(house, expert, id, firm, last));
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_consortium_is_seen_by_its_province_its_members_and_nobody_else(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        var expert = await house.Expert("08");
        var (person, firm) = await house.Firm("پسته کرمان", "08", Numbers.Legal(1));
        var (stranger, _) = await house.Firm("فولاد یزد", "21", Numbers.Legal(2));
        var id = (await Record(house, expert, "12")).Value;
        Assert.Null(await Join(house, expert, id, firm, Registered));
        var organization = await house.Somebody(p =>
            Grant.OfStaff(
                p,
                Role.OrganizationExpert,
                Body.SmallIndustries,
                Karvan.Platform.Values.Provinces.Country
            )
        );
        foreach (
            var (actor, sees) in new[]
            {
                (expert, true),
                (person, true),
                (organization, true),
                (stranger, false),
                (await house.Expert("21"), false),
                (await house.Expert("08", Body.TradePromotion), false),
                (Actor.Public, false),
            }
        )
        {
            var found = await new ConsortiumSearch(house.As(actor)).One(id);
            Assert.Equal(sees, found is not null);
        }
        var seen = await One(house, expert, id);
        Assert.True(
            Access.Allows(person, ConsortiaActs.ReadConsortium, seen.SubjectFor(person.ActingFor))
        );
        Assert.False(
            Access.Allows(
                stranger,
                ConsortiaActs.ReadConsortium,
                seen.SubjectFor(stranger.ActingFor)
            )
        );
        Assert.False(
            Access.Allows(person, ConsortiaActs.RecordConsortium, seen.SubjectFor(person.ActingFor))
        );
        // The expert sees no firm of another province, and cannot make it a member.
        var (_, far) = await house.Firm("نساجی", "21", Numbers.Legal(3));
        Assert.Equal(
            ConsortiumRefusal.FirmNotFound,
            await Join(house, expert, id, far, Registered)
        );
    }

    [OnBothDatabases]
    [Theory]
    public async Task What_is_recorded_is_checked(Provider provider)
    {
        await using var house = await House.On(provider);
        var expert = await house.Expert("08");
        var (_, firm) = await house.Firm("پسته کرمان", "08", Numbers.Legal(1));
        var good = Profile("12");
        foreach (
            var (profile, refusal) in new (ConsortiumProfile, ConsortiumRefusal)[]
            {
                (good with { NameFa = " " }, ConsortiumRefusal.NameMissing),
                (good with { Province = "99" }, ConsortiumRefusal.ProvinceUnknown),
                (good with { RegistrationNumber = "" }, ConsortiumRefusal.NumberMissing),
                (
                    good with
                    {
                        RegisteredOn = new DateOnly(2027, 1, 1),
                    },
                    ConsortiumRefusal.DayInFuture
                ),
                (good with { ProductGroups = ["none"] }, ConsortiumRefusal.ProductGroupUnknown),
                (good with { EnterpriseId = Guid.NewGuid() }, ConsortiumRefusal.FirmNotFound),
            }
        )
        {
            Assert.Equal(refusal, (await Record(house, expert, profile)).Refused);
        }
        var own = good with { EnterpriseId = firm };
        var id = (await Record(house, expert, own)).Value;
        Assert.Equal(ConsortiumRefusal.OwnFirm, await Join(house, expert, id, firm, Registered));
        Assert.Equal(
            ConsortiumRefusal.FirmTaken,
            (await Record(house, expert, own with { RegistrationNumber = "13" })).Refused
        );
        var db = house.As(expert);
        var edit = new EditConsortium(db, house.ChangesOf(db), house.Clock);
        Assert.True((await edit.Run(id, 0, own with { NameFa = "نام تازه" })).Done);
        Assert.Equal(ConsortiumRefusal.Stale, (await edit.Run(id, 0, own)).Refused);
        Assert.Equal(ConsortiumRefusal.NotFound, (await edit.Run(Guid.NewGuid(), 0, own)).Refused);
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_membership_that_never_was_is_removed_with_its_reason(Provider provider)
    {
        await using var house = await House.On(provider);
        var expert = await house.Expert("08");
        var (_, firm) = await house.Firm("پسته کرمان", "08", Numbers.Legal(1));
        var id = (await Record(house, expert, "12")).Value;
        await Join(house, expert, id, firm, Registered);
        var member = (await One(house, expert, id)).Members[0].Id;
        var db = house.As(expert);
        var use = new RemoveMember(db, house.ChangesOf(db));
        Assert.Equal(ConsortiumRefusal.NoReason, (await use.Run(id, member, "")).Refused);
        Assert.True((await use.Run(id, member, "بنگاه دیگری بود")).Done);
        Assert.Equal(ConsortiumRefusal.NotMember, (await use.Run(id, member, "باز")).Refused);
        Assert.Empty((await One(house, expert, id)).Members);
        var happened = await house
            .As(Actor.System)
            .AuditEvents.SingleAsync(e => e.Kind == "MemberRemoved");
        Assert.Contains("بنگاه دیگری بود", happened.Content, StringComparison.Ordinal);
        Assert.Contains("پسته کرمان", happened.Content, StringComparison.Ordinal);
    }

    private static ConsortiumProfile Profile(string number) =>
        new("کنسرسیوم پسته", "08", number, Registered);

    private static Task<Outcome<Guid, ConsortiumRefusal>> Record(
        House house,
        Actor actor,
        string number
    ) => Record(house, actor, Profile(number));

    private static Task<Outcome<Guid, ConsortiumRefusal>> Record(
        House house,
        Actor actor,
        ConsortiumProfile profile
    )
    {
        var db = house.As(actor);
        return new RecordConsortium(db, house.ChangesOf(db), house.Clock).Run(profile);
    }

    private static async Task<ConsortiumRefusal?> Join(
        House house,
        Actor actor,
        Guid id,
        Guid firm,
        DateOnly from
    )
    {
        var db = house.As(actor);
        var use = new AddMember(db, house.ChangesOf(db), house.Clock);
        return (await use.Run(id, firm, from)).Refused;
    }

    private static async Task<ConsortiumRefusal?> End(
        House house,
        Actor actor,
        Guid id,
        Guid member,
        DateOnly last
    )
    {
        var db = house.As(actor);
        var use = new EndMembership(db, house.ChangesOf(db), house.Clock);
        return (await use.Run(id, member, last)).Refused;
    }

    private static async Task<ConsortiumRefusal?> Dissolve(
        House house,
        Actor actor,
        Guid id,
        int version,
        DateOnly last
    )
    {
        var db = house.As(actor);
        var use = new DissolveConsortium(db, house.ChangesOf(db), house.Clock);
        return (await use.Run(id, version, last)).Refused;
    }

    private static async Task<Consortium> One(House house, Actor actor, Guid id) =>
        (await new ConsortiumSearch(house.As(actor)).One(id))!;
}
