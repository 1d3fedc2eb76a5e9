using Karvan.Customs.Trade;
using Karvan.Platform.Authorization;
using Karvan.Platform.Papers;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Karvan.Texts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Papers;

/// <summary>A body keeps its own letterhead, from a day on.</summary>
public sealed class LetterheadTests
{
    public static TheoryData<LetterheadEntry, LetterheadRefusal> Wrong
    {
        get
        {
            var right = PaperDesk.Entry();
            return new()
            {
                { right with { Name = new LocalText("", "Name") }, LetterheadRefusal.NameMissing },
                { right with { Name = new LocalText("نام", " ") }, LetterheadRefusal.NameMissing },
                { right with { Pattern = "[year]" }, LetterheadRefusal.PatternWrong },
                { right with { FirstNumber = 0 }, LetterheadRefusal.FirstNumberWrong },
                { right with { FirstNumber = 1_000_001 }, LetterheadRefusal.FirstNumberWrong },
                {
                    right with
                    {
                        SignatoriesFa = [new("نام", "")],
                    },
                    LetterheadRefusal.SignatoriesWrong
                },
            };
        }
    }

    [MemberData(nameof(Wrong))]
    [Theory]
    public async Task What_is_wrong_is_refused(LetterheadEntry entry, LetterheadRefusal why)
    {
        await using var desk = await PaperDesk.On(Provider.Sqlite);
        Assert.Equal(why, (await desk.Edit(desk.Expert, entry, 0)).Refused);
        Assert.Equal(why, (await desk.Add(desk.Expert, entry)).Refused);
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_day_begins_one_letterhead(Provider provider)
    {
        await using var desk = await PaperDesk.On(provider);
        var entry = PaperDesk.Entry();
        Assert.Equal(LetterheadRefusal.DayTaken, (await desk.Add(desk.Expert, entry)).Refused);
        var added = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(_ =>
                    desk.Add(desk.Expert, entry with { From = PaperDesk.Begun.AddDays(1) })
                )
        );
        Assert.Equal(1, added.Count(a => a.Done));
        Assert.Equal(LetterheadRefusal.Stale, (await desk.Edit(desk.Expert, entry, 7)).Refused);
        Assert.Equal(
            LetterheadRefusal.NotFound,
            (await desk.Edit(desk.Expert, entry, 0, Guid.NewGuid())).Refused
        );
    }

    /// <summary>Neither the neighbour province nor the other body, nor a company the Organization's own.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Others_keep_theirs(Provider provider)
    {
        await using var desk = await PaperDesk.On(provider);
        var entry = PaperDesk.Entry() with { From = new DateOnly(2025, 3, 21) };
        foreach (
            var other in new[]
            {
                await desk.House.Expert("21"),
                await desk.House.Expert(PaperDesk.Province, Body.TradePromotion),
                desk.Person,
            }
        )
        {
            await Assert.ThrowsAsync<BeyondReachException>(() => desk.Add(other, entry));
            await Assert.ThrowsAsync<BeyondReachException>(() => desk.Edit(other, entry, 0));
        }
        await Assert.ThrowsAsync<BeyondReachException>(() =>
            desk.Add(desk.Expert, entry, province: null)
        );
        await Assert.ThrowsAsync<ArgumentException>(() =>
            desk.Add(desk.Expert, entry, Body.Shared)
        );
    }

    /// <summary>A body issues under its own: the province's, or for the whole country.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Somebody_is_offered_what_they_may_issue_under(Provider provider)
    {
        await using var desk = await PaperDesk.On(provider);
        var house = desk.House;
        var entry = PaperDesk.Entry();
        var own = (await desk.Add(Actor.System, entry, province: null)).Value;
        var elsewhere = (await desk.Add(Actor.System, entry, province: "21")).Value;
        await desk.Add(Actor.System, entry, Body.TradePromotion);
        await desk.Add(
            Actor.System,
            entry with
            {
                From = new DateOnly(2027, 1, 1),
                Name = new LocalText("هنوز نه", "Not yet"),
            }
        );
        var firm = await house.As(Actor.System).Enterprises.SingleAsync(e => e.Id == desk.Firm);
        async Task<Guid[]> Offered(Actor actor) =>
            [
                .. (
                    await new LetterheadShelf(house.As(actor)).For(
                        actor,
                        TradePapers.ExportStatement,
                        firm.Subject,
                        new DateOnly(2026, 11, 22)
                    )
                ).Select(l => l.Id),
            ];
        Assert.Equal([desk.Head.Id], await Offered(desk.Expert));
        var organization = await house.Somebody(p =>
            Grant.OfStaff(p, Role.OrganizationExpert, Body.SmallIndustries, Provinces.Country)
        );
        Assert.Equal([desk.Head.Id, own.Id], await Offered(organization));
        Assert.Empty(await Offered(desk.Person));
        Assert.DoesNotContain(elsewhere.Id, await Offered(organization));
    }
}
