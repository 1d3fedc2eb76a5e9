using System.Collections.Concurrent;
using System.Globalization;

namespace Karvan.Platform.Values;

/// <summary>Days as people write them: solar (Jalali) at the edge, <see cref="DateOnly"/> inside.</summary>
public static class SolarDate
{
    private static readonly PersianCalendar Calendar = new();

    private static readonly ConcurrentDictionary<int, int> FirstDays = new();

    /// <summary>A solar year begins in the Gregorian one of this much more.</summary>
    private const int YearsApart = 621;

    /// <summary>Days in the six months of 31.</summary>
    private const int LongHalf = 186;

    private static readonly DateOnly First = DateOnly.FromDateTime(Calendar.MinSupportedDateTime);

    /// <summary>Years that a solar date can have; later ones are taken for Gregorian.</summary>
    private const int LastSolarYear = 1599;

    /// <summary>yyyy/mm/dd with Latin digits.</summary>
    public static string Text(DateOnly day)
    {
        var (year, month, dayOfMonth) = Of(day);
        return $"{year:0000}/{month:00}/{dayOfMonth:00}";
    }

    public static int Year(DateOnly day) => Of(day).Year;

    /// <summary>
    /// The calendar works out the sun's place for each question; a page asks for many days of few years. So the first day
    /// of a year is asked for once, and its months are counted: six of 31 days, then of 30, the last by what is left.
    /// </summary>
    private static (int Year, int Month, int Day) Of(DateOnly day)
    {
        var year = day.Year - YearsApart;
        if (FirstDay(year) > day.DayNumber)
        {
            year--;
        }
        var place = day.DayNumber - FirstDay(year);
        var month = place < LongHalf ? place / 31 : 6 + (place - LongHalf) / 30;
        return (year, month + 1, (place < LongHalf ? place % 31 : (place - LongHalf) % 30) + 1);
    }

    /// <summary>The day number of the first of Farvardin.</summary>
    private static int FirstDay(int year) =>
        FirstDays.GetOrAdd(
            year,
            static y => DateOnly.FromDateTime(Calendar.ToDateTime(y, 1, 1, 0, 0, 0, 0)).DayNumber
        );

    /// <summary>Reads year, month and day, written with any digits and parted by anything but digits; a Gregorian year is told by its size.</summary>
    /// <returns>False for what is no day of the calendar.</returns>
    public static bool TryParse(string? typed, out DateOnly day)
    {
        day = default;
        var parts = PersianText
            .LatinDigits(typed ?? "")
            .Split(['/', '-', '.', ' ', '\u200C'], StringSplitOptions.RemoveEmptyEntries);
        if (
            parts.Length != 3
            || !TryNumber(parts[0], out var year)
            || !TryNumber(parts[1], out var month)
            || !TryNumber(parts[2], out var dayOfMonth)
            || year < 1000
        )
        {
            return false;
        }
        if (year > LastSolarYear)
        {
            if (
                month is < 1 or > 12
                || dayOfMonth < 1
                || year > 9999
                || dayOfMonth > DateTime.DaysInMonth(year, month)
            )
            {
                return false;
            }
            day = new DateOnly(year, month, dayOfMonth);
            return true;
        }
        if (
            month is < 1 or > 12
            || dayOfMonth < 1
            || dayOfMonth > Calendar.GetDaysInMonth(year, month)
        )
        {
            return false;
        }
        day = DateOnly.FromDateTime(Calendar.ToDateTime(year, month, dayOfMonth, 0, 0, 0, 0));
        return day >= First;
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
