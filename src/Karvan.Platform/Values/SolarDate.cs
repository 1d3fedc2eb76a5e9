using System.Globalization;
using Karvan.Texts;

namespace Karvan.Platform.Values;

/// <summary>Days as people write them: solar (Jalali) at the edge, <see cref="DateOnly"/> inside.</summary>
public static class SolarDate
{
    /// <summary>yyyy/mm/dd with Latin digits.</summary>
    public static string Text(DateOnly day) => SolarCalendar.Text(day);

    /// <summary>The solar month in which a day lies.</summary>
    public static (int Year, int Month) MonthOf(DateOnly day)
    {
        var (year, month, _) = SolarCalendar.Of(day);
        return (year, month);
    }

    public static int Year(DateOnly day) => SolarCalendar.YearOf(day.DayNumber);

    /// <summary>Reads year, month and day, written with any digits and parted by anything but digits; a Gregorian year is told by its size.</summary>
    /// <returns>False for what is no day of the calendar.</returns>
    public static bool TryParse(string? typed, out DateOnly day)
    {
        day = default;
        var parts = Numerals
            .Latin(typed ?? "")
            .Split(['/', '-', '.', ' ', '\u200C'], StringSplitOptions.RemoveEmptyEntries);
        if (
            parts.Length != 3
            || !TryNumber(parts[0], out var year)
            || !TryNumber(parts[1], out var month)
            || !TryNumber(parts[2], out var dayOfMonth)
            || !SolarCalendar.TryDay(year, month, dayOfMonth, out var number, out _)
        )
        {
            return false;
        }
        day = DateOnly.FromDayNumber(number);
        return true;
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
