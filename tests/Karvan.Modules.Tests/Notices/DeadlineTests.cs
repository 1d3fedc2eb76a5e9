using Karvan.Modules.Tests.Files;
using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Deadlines;
using Karvan.Platform.Modules;
using Karvan.Platform.Outbox;
using Karvan.Registry;
using Karvan.Registry.Certificates;
using Karvan.Testing.Databases;
using Xunit;

namespace Karvan.Modules.Tests.Notices;

/// <summary>People are reminded of a deadline on the days that the table names, once each, whoever looks and however often.</summary>
public sealed class DeadlineTests
{
    [OnBothDatabases]
    [Theory]
    public async Task The_people_of_a_firm_are_reminded_on_each_day_once(Provider provider)
    {
        await using var house = await House.On(provider);
        var (person, end) = await Certified(house);
        house.MoveTo(end.AddDays(-61), 9);
        Assert.Equal(0, await house.Remind());
        house.MoveTo(end.AddDays(-60), 9);
        Assert.Equal(1, await house.Remind());
        Assert.Equal(0, await house.Remind());
        house.MoveTo(end.AddDays(-15), 9);
        Assert.Equal(0, await house.Remind());
        house.MoveTo(end.AddDays(-14), 9);
        Assert.Equal(1, await house.Remind());
        // On its last day it is still in time.
        house.MoveTo(end, 9);
        Assert.Equal(0, await house.Remind());
        house.MoveTo(end.AddDays(1), 0.1);
        Assert.Equal(1, await house.Remind());
        house.MoveTo(end.AddDays(2), 9);
        Assert.Equal(0, await house.Remind());
        Assert.Equal(
            ["Coming", "Coming", "Over"],
            (await house.Sent(Channel.Email)).Where(t => t is "Coming" or "Over")
        );
        Assert.Equal(
            3,
            (await house.Read(person).Of(person.PersonId!.Value, 0, 20)).Count(n =>
                n.Kind.StartsWith("deadline-letter", StringComparison.Ordinal)
            )
        );
    }

    /// <summary>A round that stood still for weeks tells what holds now, not what it missed.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Of_reminders_that_were_missed_the_last_one_counts(Provider provider)
    {
        await using var house = await House.On(provider);
        var (_, end) = await Certified(house);
        house.MoveTo(end.AddDays(-3), 9);
        Assert.Equal(1, await house.Remind());
        Assert.Equal(0, await house.Remind());
        house.MoveTo(end.AddDays(15), 9);
        Assert.Equal(0, await house.Remind());
        Assert.Equal(["Coming"], (await house.Sent(Channel.Email)).Where(t => t is "Coming"));
    }

    [OnBothDatabases]
    [Theory]
    public async Task Of_many_processes_one_reminds(Provider provider)
    {
        await using var house = await House.On(provider);
        var (_, end) = await Certified(house);
        house.MoveTo(end.AddDays(-10), 9);
        var told = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Task.Run(() => house.Remind()))
        );
        Assert.Equal(1, told.Sum());
    }

    [Fact]
    public void Every_kind_of_deadline_says_when_people_are_reminded_and_no_other_does()
    {
        foreach (var module in ModuleCatalog.All)
        {
            Assert.Equal(
                module.Deadlines.Select(k => k.Name).Order(StringComparer.Ordinal),
                ReminderTable.Of(module.GetType().Assembly).Keys.Order(StringComparer.Ordinal)
            );
        }
        Assert.Equal(
            [60, 14, -1],
            ReminderTable.Of(typeof(RegistryModule).Assembly)["era-certificate-expires"]
        );
    }

    [Theory]
    [InlineData("kind;days\n", "'kind,days_before' was expected")]
    [InlineData("kind,days_before\na,5\nb,soon\n", "line 3")]
    [InlineData("kind,days_before\n,5\n", "line 2")]
    public void A_table_that_is_wrong_says_where(string table, string expected) =>
        Assert.Contains(
            expected,
            Assert.Throws<InvalidOperationException>(() => ReminderTable.Read(table)).Message,
            StringComparison.Ordinal
        );

    [OnBothDatabases]
    [Theory]
    public async Task An_address_of_a_calendar_opens_what_its_person_sees_until_it_is_withdrawn(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        var (person, end) = await Certified(house);
        var id = person.PersonId!.Value;
        Assert.Null(await house.Keys(person).Since(id));
        var first = await house.Keys(person).Make(id);
        Assert.NotNull(await house.Keys(person).Since(id));
        var reader = await house.Keys(Actor.Public).Find(first);
        var turn = Assert.Single(reader!.Turns);
        Assert.Single(await new DeadlineSearch(house.As(turn)).Between(end, end));
        var second = await house.Keys(person).Make(id);
        Assert.Null(await house.Keys(Actor.Public).Find(first));
        Assert.NotNull(await house.Keys(Actor.Public).Find(second));
        await house.Keys(person).Withdraw(id);
        Assert.Null(await house.Keys(Actor.Public).Find(second));
        // Withdrawing what is gone is no event.
        await house.Keys(person).Withdraw(id);
    }

    /// <summary>Staff without a second factor reach nothing on pages, and nothing here.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Staff_without_a_second_factor_have_an_empty_calendar(Provider provider)
    {
        await using var house = await House.On(provider);
        var (_, end) = await Certified(house);
        var expert = await house.Expert("08");
        Assert.NotEmpty(await new DeadlineSearch(house.As(expert)).Between(end, end));
        var secret = await house.Keys(expert).Make(expert.PersonId!.Value);
        var reader = await house.Keys(Actor.Public).Find(secret);
        foreach (var turn in reader!.Turns)
        {
            Assert.Empty(await new DeadlineSearch(house.As(turn)).Between(end, end));
        }
    }

    private static async Task<(Actor Person, DateOnly End)> Certified(House house)
    {
        var (person, firm) = await house.Firm("پسته", "08", Numbers.Legal(1));
        var entry = FileDesk.Entry() with { ExpiresOn = new DateOnly(2027, 6, 30) };
        var id = (await house.Add(person, firm, entry, SampleFiles.Pdf())).Value;
        var accepted = await house.Check(
            await house.Expert("08"),
            id,
            EraCertificateState.Accepted
        );
        Assert.Null(accepted);
        return (person, entry.ExpiresOn);
    }
}
