using Karvan.Platform.Authorization;
using Karvan.Registry.Reference;
using Karvan.Testing.Databases;
using Xunit;

namespace Karvan.Modules.Tests.Reference;

/// <summary>Working days leave out Fridays and holidays; holidays come in as lines, all or none.</summary>
public sealed class WorkingDayTests
{
    // A Thursday; the Friday after it and the Saturday, a holiday here, are off.
    private static readonly DateOnly Thursday = new(2026, 11, 19);
    private static readonly WorkingDays Days = WorkingDays.Of([Row(new DateOnly(2026, 11, 21))]);

    [Theory]
    [InlineData("2026-11-19", 0, "2026-11-19")]
    [InlineData("2026-11-20", 0, "2026-11-22")]
    [InlineData("2026-11-19", 1, "2026-11-22")]
    [InlineData("2026-11-20", 1, "2026-11-22")]
    [InlineData("2026-11-19", 6, "2026-11-28")]
    [InlineData("2026-11-22", -1, "2026-11-19")]
    [InlineData("2026-11-21", -2, "2026-11-18")]
    public void Days_are_added_by_hand(string day, int n, string expected) =>
        Assert.Equal(
            DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
            Days.Add(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), n)
        );

    /// <summary>Days of the solar calendar are known long before those of the moon are announced.</summary>
    [Fact]
    public void A_year_is_known_when_each_of_its_lunar_days_is_in()
    {
        Assert.False(Days.Knows(Thursday));
        var begin = new DateOnly(2026, 3, 21);
        var rows = LunarHoliday
            .All.Select((l, at) => Row(begin.AddDays(at * 20), l.Code))
            .Append(Row(begin))
            .ToList();
        Assert.True(WorkingDays.Of(rows).Knows(Thursday));
        Assert.False(WorkingDays.Of(rows).Knows(Thursday.AddYears(1)));
        Assert.False(WorkingDays.Of(rows).Knows(Thursday.AddYears(-1)));
        foreach (var one in LunarHoliday.All)
        {
            Assert.False(WorkingDays.Of(rows.Where(r => r.Lunar != one.Code)).Knows(Thursday));
        }
    }

    [Theory]
    [InlineData("عاشورای حسینی", "01-10")]
    [InlineData("عاشوراي حسيني", "01-10")]
    [InlineData(" 02-last ", "02-last")]
    [InlineData("نوروز", null)]
    [InlineData("", null)]
    public void A_lunar_holiday_is_told_by_its_name_or_code(string text, string? code) =>
        Assert.Equal(code, LunarHoliday.CodeOf(text));

    private static Holiday Row(DateOnly day, string? lunar = null)
    {
        var row = new Holiday();
        new HolidayEntry(day, "تعطیل", null, Lunar: lunar).Fill(row);
        return row;
    }

    [OnBothDatabases]
    [Theory]
    public async Task Lines_come_in_all_or_none(Provider provider)
    {
        await using var house = await House.On(provider);
        // 1 Farvardin 1402 was 21 March 2023.
        var first = await Import(house, "1402/01/01, نوروز, Nowruz\n\n۱۴۰۲/۰۱/۰۲؛ نوروز\r\n");
        Assert.Equal((2, 0, 0), (first.Added, first.Known, first.Faults.Count));
        var faulty = await Import(
            house,
            "1402/13/01,x\n1402/01/12\n1402/01/13,طبیعت\n1402-01-13,دوباره\n1402/01/01,عید دیگر\n2023-03-21,نوروز"
        );
        Assert.Equal(
            [
                (1, HolidayLineFault.DayUnreadable),
                (2, HolidayLineFault.NameMissing),
                (4, HolidayLineFault.DayTwice),
                (5, HolidayLineFault.DayTaken),
                (6, HolidayLineFault.DayTwice),
            ],
            faulty.Faults.Select(f => (f.Line, f.Fault))
        );
        Assert.Equal(0, faulty.Added);
        var again = await Import(house, "2023-03-21,نوروز\n1402/01/13,روز طبیعت");
        Assert.Equal((1, 1, 0), (again.Added, again.Known, again.Faults.Count));
        var days = await new ReferenceShelf(house.As(Actor.Public)).WorkingDays();
        Assert.False(days.IsWorking(new DateOnly(2023, 3, 21)));
        Assert.True(days.IsWorking(new DateOnly(2023, 3, 23)));
    }

    private static async Task<HolidayImport> Import(House house, string lines)
    {
        var db = house.As(Actor.System);
        return await new ImportHolidays(db, house.ChangesOf(db)).Run(lines, null);
    }
}
