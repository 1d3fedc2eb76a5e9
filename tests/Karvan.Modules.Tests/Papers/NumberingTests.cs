using Karvan.Platform.Authorization;
using Karvan.Platform.Papers;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Papers;

/// <summary>A body gives a number once in a solar year, however many ask at once.</summary>
public sealed class NumberingTests
{
    private const int AtOnce = 16;

    /// <summary>Day of the house's clock: 1 Azar of 1405.</summary>
    private static readonly DateOnly Today = new(2026, 11, 22);

    [OnBothDatabases]
    [Theory]
    public async Task Counted_numbers_neither_repeat_nor_leave_one_out(Provider provider)
    {
        await using var desk = await PaperDesk.On(provider);
        var drafts = new List<Guid>();
        for (var i = 0; i < AtOnce; i++)
        {
            drafts.Add(await desk.Drafted());
        }
        var given = await Task.WhenAll(drafts.Select(d => desk.Number(d)));
        Assert.All(given, g => Assert.Null(g.Refused));
        Assert.Equal(
            Enumerable.Range(1, AtOnce).Select(n => $"1405/ص/{n}").Order(StringComparer.Ordinal),
            given.Select(g => g.Value.Number).Order(StringComparer.Ordinal)
        );
    }

    /// <summary>One paper, many hands: it gets one number, and the next paper the next one.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task A_paper_gets_one_number(Provider provider)
    {
        await using var desk = await PaperDesk.On(provider);
        var paper = await desk.Drafted();
        var given = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => desk.Number(paper)));
        Assert.Equal(1, given.Count(g => g.Done));
        Assert.All(given.Where(g => !g.Done), g => Assert.Equal(PaperRefusal.Stale, g.Refused));
        Assert.Equal("1405/ص/2", (await desk.Number(await desk.Drafted())).Value.Number);
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_typed_number_is_taken_once_in_any_spelling(Provider provider)
    {
        await using var desk = await PaperDesk.On(provider, Numbering.Typed);
        string[] spellings = ["1402/ص/7", " ۱۴۰۲/ص/۷ ", "1402 /ص/ 7"];
        var drafts = new List<Guid>();
        for (var i = 0; i < spellings.Length; i++)
        {
            drafts.Add(await desk.Drafted());
        }
        var given = await Task.WhenAll(drafts.Zip(spellings, (d, s) => desk.Number(d, s, Today)));
        Assert.Equal(1, given.Count(g => g.Done));
        Assert.All(
            given.Where(g => !g.Done),
            g => Assert.Equal(PaperRefusal.NumberTaken, g.Refused)
        );
        // Marks between the parts count, and another year has numbers of its own.
        Assert.True((await desk.Number(await desk.Drafted(), "140/2/ص7", Today)).Done);
        Assert.True((await desk.Number(await desk.Drafted(), "1402/ص/7", Today.AddYears(-1))).Done);
    }

    /// <summary>From one in each year; a register that was kept elsewhere goes on in the year in which the letterhead begins.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Counting_begins_anew_with_the_year(Provider provider)
    {
        await using var desk = await PaperDesk.On(provider);
        var entry = PaperDesk.Entry() with { From = Today, FirstNumber = 41 };
        desk.Head = (await desk.Add(desk.Expert, entry)).Value;
        Assert.Equal("1405/ص/41", (await desk.Number(await desk.Drafted())).Value.Number);
        Assert.Equal("1405/ص/42", (await desk.Number(await desk.Drafted())).Value.Number);
        desk.House.Clock.SetUtcNow(new(2027, 3, 20, 20, 29, 0, TimeSpan.Zero));
        Assert.Equal("1405/ص/43", (await desk.Number(await desk.Drafted())).Value.Number);
        // Midnight of Tehran: the first of Farvardin.
        desk.House.Clock.SetUtcNow(new(2027, 3, 20, 20, 31, 0, TimeSpan.Zero));
        var first = (await desk.Number(await desk.Drafted())).Value;
        Assert.Equal(("1406/ص/1", new DateOnly(2027, 3, 21)), (first.Number, first.Day));
    }

    /// <summary>What leaves a gap in the count stands in the register: a number typed before, or one withdrawn.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task What_was_typed_is_passed_over_and_what_was_withdrawn_stays_given(
        Provider provider
    )
    {
        await using var desk = await PaperDesk.On(provider, Numbering.Typed);
        Assert.True((await desk.Number(await desk.Drafted(), "1405/ص/2", Today)).Done);
        Assert.True((await desk.Edit(desk.Expert, PaperDesk.Entry(), 0)).Done);
        var first = await desk.Drafted();
        Assert.Equal("1405/ص/1", (await desk.Number(first)).Value.Number);
        Assert.True((await desk.Withdraw(first)).Done);
        Assert.Equal("1405/ص/3", (await desk.Number(await desk.Drafted())).Value.Number);
        var numbers = await desk
            .House.As(Actor.System)
            .OfficialPapers.Select(p => p.Number)
            .ToListAsync();
        Assert.Equal(3, numbers.Distinct().Count());
    }

    [OnBothDatabases]
    [Theory]
    public async Task Bodies_and_provinces_count_apart(Provider provider)
    {
        await using var desk = await PaperDesk.On(provider);
        Assert.Equal("1405/ص/1", (await desk.Number(await desk.Drafted())).Value.Number);
        var house = desk.House;
        var organization = await house.Somebody(p =>
            Grant.OfStaff(
                p,
                Role.OrganizationExpert,
                Karvan.Platform.Values.Body.SmallIndustries,
                Karvan.Platform.Values.Provinces.Country
            )
        );
        var own = (await desk.Add(organization, PaperDesk.Entry(), province: null)).Value;
        var paper = (await desk.Draft(organization, own.Id)).Value;
        Assert.Equal("1405/ص/1", (await desk.Number(paper, by: organization)).Value.Number);
        // What has no province is compared, too.
        var second = (await desk.Draft(organization, own.Id)).Value;
        Assert.Equal("1405/ص/2", (await desk.Number(second, by: organization)).Value.Number);
    }
}
