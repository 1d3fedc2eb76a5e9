using Karvan.Platform.Authorization;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Registry;

/// <summary>One firm takes over another, never in a circle, and that can be taken back.</summary>
public sealed class SuccessionTests
{
    private static readonly DateOnly Day = new(2026, 11, 1);

    [OnBothDatabases]
    [Theory]
    public async Task A_firm_that_is_taken_over_keeps_its_number_and_names_its_successor(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        var expert = await house.Expert("08");
        var (_, old) = await house.Firm("پسته قدیم", "08", Numbers.Legal(1));
        var (_, heir) = await house.Firm("پسته نو", "08", Numbers.Legal(2));
        Assert.Equal(SuccessionRefusal.Itself, await Succeed(house, expert, old, old, Day));
        Assert.Equal(
            SuccessionRefusal.DayInFuture,
            await Succeed(house, expert, old, heir, new DateOnly(2026, 11, 23))
        );
        Assert.Null(await Succeed(house, expert, old, heir, Day));
        Assert.Equal(
            SuccessionRefusal.AlreadySucceeded,
            await Succeed(house, expert, old, heir, Day, 1)
        );
        Assert.Equal(SuccessionRefusal.Circle, await Succeed(house, expert, heir, old, Day));
        var db = house.As(expert);
        var card = new EnterpriseCard(db);
        var (successor, _) = await new Successions(db).Around((await card.Find(old))!);
        var (_, predecessors) = await new Successions(db).Around((await card.Find(heir))!);
        Assert.Equal((heir, Day, true), (successor!.Id, successor.On!.Value, successor.Seen));
        Assert.Equal(old, Assert.Single(predecessors).Id);
        // The number stays with the firm that had it: nobody else can register it.
        var person = await house.Somebody();
        var other = house.As(person);
        await using var notice = await House.Notice();
        var again = await house
            .RegisterIn(other)
            .Run(
                person.PersonId!.Value,
                new EnterpriseProfile("کس دیگر", "08"),
                Numbers.Legal(1),
                notice
            );
        Assert.Equal(EnterpriseRefusal.NumberTaken, again.Refused);
        var (rows, total) = await new EnterpriseSearch(db)
            .Rows(new EnterpriseQuery(Merged: true))
            .Page();
        Assert.Equal((1, old, true), (total, rows[0].Id, rows[0].Merged));
    }

    [OnBothDatabases]
    [Theory]
    public async Task Both_firms_must_be_the_experts_to_see(Provider provider)
    {
        await using var house = await House.On(provider);
        var expert = await house.Expert("08");
        var (_, old) = await house.Firm("پسته قدیم", "08", Numbers.Legal(1));
        var (_, far) = await house.Firm("فولاد یزد", "21", Numbers.Legal(2));
        Assert.Equal(SuccessionRefusal.NotFound, await Succeed(house, expert, old, far, Day));
        Assert.Equal(SuccessionRefusal.NotFound, await Succeed(house, expert, far, old, Day));
    }

    /// <summary>Three firms, each to be taken over by the next, all at once: no circle closes.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task No_circle_closes_however_many_ask_at_once(Provider provider)
    {
        await using var house = await House.On(provider);
        var expert = await house.Expert("08");
        var firms = new List<Guid>();
        for (var i = 1; i <= 3; i++)
        {
            firms.Add((await house.Firm($"بنگاه {i}", "08", Numbers.Legal(i))).Firm);
        }
        // Each on an earlier day than the one after it, so that only the circle is in the way.
        var refusals = await Task.WhenAll(
            firms.Select((f, i) => Succeed(house, expert, f, firms[(i + 1) % 3], Day))
        );
        Assert.Contains(refusals, r => r is null);
        Assert.Contains(
            refusals,
            r => r is SuccessionRefusal.Circle or SuccessionRefusal.SuccessorGone
        );
        var left = await house.As(Actor.System).Enterprises.CountAsync(e => e.SuccessorId == null);
        Assert.True(left >= 1);
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_succession_is_taken_back_with_a_reason(Provider provider)
    {
        await using var house = await House.On(provider);
        var expert = await house.Expert("08");
        var (_, old) = await house.Firm("پسته قدیم", "08", Numbers.Legal(1));
        var (_, heir) = await house.Firm("پسته نو", "08", Numbers.Legal(2));
        var (_, third) = await house.Firm("پسته سوم", "08", Numbers.Legal(3));
        Assert.Equal(SuccessionRefusal.NotSucceeded, await Undo(house, expert, old, 0, "اشتباه"));
        Assert.Null(await Succeed(house, expert, old, heir, Day));
        // What was itself gone by then takes nobody over.
        Assert.Equal(
            SuccessionRefusal.SuccessorGone,
            await Succeed(house, expert, third, old, Day)
        );
        Assert.Null(await Succeed(house, expert, third, old, Day.AddDays(-1)));
        Assert.Equal(SuccessionRefusal.NoReason, await Undo(house, expert, old, 1, " "));
        Assert.Equal(SuccessionRefusal.Stale, await Undo(house, expert, old, 0, "اشتباه"));
        Assert.Equal(
            SuccessionRefusal.NotFound,
            await Undo(house, await house.Expert("21"), old, 1, "اشتباه")
        );
        Assert.Null(await Undo(house, expert, old, 1, "اشتباه"));
        Assert.Equal(
            SuccessionRefusal.Stale,
            await Succeed(house, expert, old, heir, Day, version: 1)
        );
        Assert.Null(await Succeed(house, expert, old, heir, Day, version: 2));
    }

    private static async Task<SuccessionRefusal?> Succeed(
        House house,
        Actor actor,
        Guid firm,
        Guid heir,
        DateOnly day,
        int version = 0
    )
    {
        var db = house.As(actor);
        var use = new SucceedEnterprise(db, house.ChangesOf(db), house.Clock);
        return (await use.Run(firm, version, heir, day)).Refused;
    }

    private static async Task<SuccessionRefusal?> Undo(
        House house,
        Actor actor,
        Guid firm,
        int version,
        string reason
    )
    {
        var db = house.As(actor);
        return (
            await new UndoSuccession(db, house.ChangesOf(db)).Run(firm, version, reason)
        ).Refused;
    }
}
