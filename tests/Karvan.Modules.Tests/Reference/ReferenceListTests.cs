using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Reference;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Reference;

/// <summary>Lists begin with their rows, are edited with history, and never hold the same twice.</summary>
public sealed class ReferenceListTests
{
    private static readonly DateOnly Day = new(2022, 3, 21);
    private static readonly int[] Edges = [9, 10, 49, 50, 249, 250];

    [OnBothDatabases]
    [Theory]
    public async Task Lists_begin_once_and_missions_begin_empty(Provider provider)
    {
        await using var house = await House.On(provider);
        for (var i = 0; i < 2; i++)
        {
            var db = house.As(Actor.System);
            await new BeginLists(db, house.ChangesOf(db)).Run();
        }
        var shelf = new ReferenceShelf(house.As(Actor.Public));
        Assert.Equal(
            (0, 1, 16, 89),
            (
                await shelf.Count<Mission>(),
                await shelf.Count<SizeThreshold>(),
                await shelf.Count<ProductGroup>(),
                await shelf.Count<CountryAlias>()
            )
        );
        // The default of clause G0: below 10, 10 to 49, 50 to 249.
        var sizes = await shelf.Sizes();
        Assert.Equal(
            [
                EnterpriseSize.Micro,
                EnterpriseSize.Small,
                EnterpriseSize.Small,
                EnterpriseSize.Medium,
                EnterpriseSize.Medium,
                EnterpriseSize.Large,
            ],
            Edges.Select(n => sizes.Of(n, Day)!.Value)
        );
        Assert.Null(sizes.Of(null, Day));
        // Every chapter is in one group; 8418 (refrigerators) is machinery, 030617 food.
        var groups = await shelf.ProductGroups();
        var faults = groups.Faults(Day);
        Assert.Equal((0, 0, 0), (faults.Gaps.Count, faults.Partly.Count, faults.Overlaps.Count));
        Assert.Equal(
            ("machinery", "agriculture-food"),
            (groups.Of("841810", Day)?.Code, groups.Of("030617", Day)?.Code)
        );
        var names = await shelf.CountryNames();
        Assert.Equal(
            ("AE", "AE", "CN", null),
            (
                names.Find("امارات"),
                names.Find("ae"),
                names.Find("جمهوري خلق چين"),
                names.Find("ناکجا")
            )
        );
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_country_has_a_mission_from_the_first_day_to_the_last(Provider provider)
    {
        await using var house = await House.On(provider);
        var last = Day.AddDays(30);
        Assert.Null(await Add(house, Embassy(Day, last)));
        var missions = await new ReferenceShelf(house.As(Actor.Public)).Missions();
        Assert.Equal(
            [false, true, true, false],
            new[] { Day.AddDays(-1), Day, last, last.AddDays(1) }.Select(d =>
                missions.HasMission("KE", d)
            )
        );
        Assert.False(missions.HasMission("TZ", Day));
        // The same kind and city may not meet it; another city, kind or time may.
        Assert.Equal(
            ReferenceRefusal.Overlaps,
            await Add(house, Embassy(last, null) with { City = "نايروبي" })
        );
        Assert.Null(await Add(house, Embassy(last.AddDays(1), null)));
        Assert.Null(await Add(house, Embassy(Day, null) with { City = "مومباسا" }));
        Assert.Null(await Add(house, Embassy(Day, null) with { Kind = MissionKind.Consulate }));
        Assert.Equal(
            ReferenceRefusal.PeriodReversed,
            await Add(house, Embassy(Day, Day.AddDays(-1)) with { City = null })
        );
        Assert.Equal(
            ReferenceRefusal.CountryUnknown,
            await Add(house, Embassy(Day, null) with { Country = "ZZ" })
        );
    }

    /// <summary>Two rows for one day, sent at once: one of them is taken, whichever it is.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Of_rows_for_one_day_sent_at_once_one_is_taken(Provider provider)
    {
        await using var house = await House.On(provider);
        var sizes = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i => Add(house, new SizeThresholdEntry(Day, 9 + i, 60, 300, null, true)))
        );
        Assert.Equal(
            (1, 7),
            (sizes.Count(r => r is null), sizes.Count(r => r is ReferenceRefusal.DayTaken))
        );
        var missions = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => Add(house, Embassy(Day.AddDays(i), null)))
        );
        Assert.Equal(
            (1, 7),
            (missions.Count(r => r is null), missions.Count(r => r is ReferenceRefusal.Overlaps))
        );
    }

    [OnBothDatabases]
    [Theory]
    public async Task An_edit_keeps_before_and_after_and_is_refused_over_a_newer_version(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        var db = house.As(Actor.System);
        var row = (
            await new AddReferenceRow(db, house.ChangesOf(db)).Run(Embassy(Day, null))
        ).Value;
        // Missions are the Organization's to keep (S.a).
        var expert = await house.Somebody(p =>
            Grant.OfStaff(p, Role.OrganizationExpert, Body.SmallIndustries, Provinces.Country)
        );
        Assert.Null(await Edit(house, expert, row.Id, 0, Embassy(Day, Day.AddYears(1))));
        Assert.Equal(
            ReferenceRefusal.Stale,
            await Edit(house, expert, row.Id, 0, Embassy(Day, Day.AddYears(2)))
        );
        Assert.Equal(
            ReferenceRefusal.NotFound,
            await Edit(house, expert, Guid.NewGuid(), 0, Embassy(Day, null))
        );
        var withdraw = house.As(expert);
        var use = new WithdrawReferenceRow(withdraw, house.ChangesOf(withdraw), house.Clock);
        Assert.Equal(ReferenceRefusal.NoReason, await use.Run<Mission>(row.Id, 1, " "));
        Assert.Equal(ReferenceRefusal.Stale, await use.Run<Mission>(row.Id, 0, "اشتباه"));
        Assert.Null(await use.Run<Mission>(row.Id, 1, "اشتباه"));
        var shelf = new ReferenceShelf(house.As(Actor.Public));
        Assert.Empty(await shelf.Rows<Mission>());
        Assert.Single(await shelf.Ever<Mission>());
        var (events, total) = await shelf.History(typeof(Mission), 1, 50);
        Assert.Equal(3, total);
        Assert.Equal(
            ["MissionWithdrawn", "MissionEdited", "MissionAdded"],
            events.Select(e => e.Kind)
        );
        Assert.Equal((expert.Name, "system"), (events[1].AuthorName, events[2].AuthorName));
        var change = Assert.Single(
            EventContent.Parse(events[1].Content).Changes,
            c => c.Field == "To"
        );
        Assert.Equal((null, "2023-03-21"), (change.Before, change.After));
        // What was withdrawn may be entered again.
        Assert.Null(await Add(house, Embassy(Day, null)));
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_code_and_its_digits_are_checked_and_overlaps_are_told(Provider provider)
    {
        await using var house = await House.On(provider);
        static ProductGroupEntry Group(string code, string digits) =>
            new(code, "نام", "Name", digits, Day, null);
        Assert.Equal(ReferenceRefusal.CodeWrong, await Add(house, Group("Leather", "41")));
        Assert.Equal(ReferenceRefusal.PrefixWrong, await Add(house, Group("leather", "411")));
        Assert.Equal(ReferenceRefusal.PrefixWrong, await Add(house, Group("leather", " ")));
        Assert.Equal(
            ReferenceRefusal.NameMissing,
            await Add(house, Group("leather", "41") with { NameEn = " " })
        );
        Assert.Null(await Add(house, Group("leather", "۴۱، 42")));
        Assert.Equal(ReferenceRefusal.Overlaps, await Add(house, Group("leather", "43")));
        Assert.Null(await Add(house, Group("bags", "4202 42")));
        var groups = await new ReferenceShelf(house.As(Actor.Public)).ProductGroups();
        // 4202 is longer than 42; 42 itself is claimed twice, so that nobody guesses.
        Assert.Equal(
            ("bags", "leather", null, null),
            (
                groups.Of("420221", Day)?.Code,
                groups.Of("410110", Day)?.Code,
                groups.Of("420500", Day)?.Code,
                groups.Of("410110", Day.AddDays(-1))?.Code
            )
        );
        var faults = groups.Faults(Day);
        Assert.Equal("42", Assert.Single(faults.Overlaps).Prefix);
        Assert.Contains("01", faults.Gaps);
        Assert.DoesNotContain("77", faults.Gaps);
    }

    [OnBothDatabases]
    [Theory]
    public async Task An_alias_in_another_spelling_is_the_same(Provider provider)
    {
        await using var house = await House.On(provider);
        Assert.Null(await Add(house, new CountryAliasEntry("هنگ‌کنگ", "HK")));
        Assert.Equal(
            ReferenceRefusal.AliasTaken,
            await Add(house, new CountryAliasEntry("هنگ كنگ", "CN"))
        );
        Assert.Equal(
            ReferenceRefusal.NameMissing,
            await Add(house, new CountryAliasEntry(" ", "CN"))
        );
        Assert.Equal(
            ReferenceRefusal.LimitsWrong,
            await Add(house, new SizeThresholdEntry(Day, 50, 49, 249, null, true))
        );
    }

    private static MissionEntry Embassy(DateOnly from, DateOnly? to) =>
        new("KE", MissionKind.Embassy, "نایروبی", from, to);

    private static async Task<ReferenceRefusal?> Add<TRow>(House house, IReferenceEntry<TRow> entry)
        where TRow : ReferenceRow, new()
    {
        var db = house.As(Actor.System);
        return (await new AddReferenceRow(db, house.ChangesOf(db)).Run(entry)).Refused;
    }

    private static async Task<ReferenceRefusal?> Edit<TRow>(
        House house,
        Actor actor,
        Guid id,
        int version,
        IReferenceEntry<TRow> entry
    )
        where TRow : ReferenceRow, new()
    {
        var db = house.As(actor);
        return (
            await new EditReferenceRow(db, house.ChangesOf(db)).Run(id, version, entry)
        ).Refused;
    }
}
