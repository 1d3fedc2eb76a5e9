using System.Globalization;

namespace Karvan.Texts;

/// <summary>
/// The solar (Jalali) years that Karvan knows, as the BCL's PersianCalendar cuts them: the arithmetic calendars that repeat
/// every 33 or 2820 years are a day off in some years. Days before and after are no days of it, so that a written year
/// tells its calendar: none of these years is a Gregorian one whose days are known. A day is a <see cref="DateOnly.DayNumber"/>.
/// </summary>
public static class SolarCalendar
{
    public const int FirstYear = 1200;
    public const int LastYear = 1600;

    /// <summary>A solar year begins in the Gregorian one of this much more.</summary>
    public const int YearsApart = 621;

    /// <summary>Days in the six months of 31.</summary>
    private const int LongHalf = 6 * 31;

    private static readonly PersianCalendar Calendar = new();

    /// <summary>
    /// First day of each year asked for so far, and of the one behind the last; day 0 stands for "not asked". The calendar
    /// works out the sun's place for each question, and a run asks for many days of few years.
    /// </summary>
    private static readonly int[] Starts = new int[LastYear - FirstYear + 2];

    private static readonly int First = FirstDay(FirstYear);
    private static readonly int End = FirstDay(LastYear + 1);

    /// <summary>Whether a written year is a solar one; later ones are taken for Gregorian.</summary>
    public static bool IsSolar(int year) => year <= LastYear;

    /// <returns>Whether the three numbers are a day that is known, in the calendar that the year implies.</returns>
    public static bool TryDay(int year, int month, int day, out int dayNumber, out int solarYear)
    {
        (dayNumber, solarYear) = (0, 0);
        if (month is < 1 or > 12 || day < 1 || year < FirstYear)
        {
            return false;
        }
        if (IsSolar(year))
        {
            var start = FirstDay(year);
            var length =
                month <= 6 ? 31
                : month < 12 ? 30
                : FirstDay(year + 1) - start - LongHalf - 5 * 30;
            var before = month <= 7 ? (month - 1) * 31 : LongHalf + (month - 7) * 30;
            dayNumber = start + before + day - 1;
            solarYear = year;
            return day <= length;
        }
        if (year > 9999 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }
        dayNumber = new DateOnly(year, month, day).DayNumber;
        if (!Knows(dayNumber))
        {
            return false;
        }
        solarYear = YearOf(dayNumber);
        return true;
    }

    /// <summary>Whether a day is in one of the years.</summary>
    public static bool Knows(int dayNumber) => dayNumber >= First && dayNumber < End;

    /// <summary>The solar year of a day that is known.</summary>
    public static int YearOf(int dayNumber)
    {
        if (!Knows(dayNumber))
        {
            throw new ArgumentOutOfRangeException(
                nameof(dayNumber),
                $"Day {dayNumber} is in none of the years {FirstYear} to {LastYear}."
            );
        }
        // Four centuries of years of 366 days are less than a year too long.
        var year = FirstYear + (dayNumber - First) / 366;
        return dayNumber < FirstDay(year + 1) ? year : year + 1;
    }

    /// <summary>The day number of 1 Farvardin, of a year or of the one behind the last.</summary>
    public static int FirstDay(int year)
    {
        ref var start = ref Starts[year - FirstYear];
        // Two threads may both ask for a year; they write the same number.
        if (start == 0)
        {
            start = DateOnly.FromDateTime(Calendar.ToDateTime(year, 1, 1, 0, 0, 0, 0)).DayNumber;
        }
        return start;
    }

    public static int DaysIn(int year) => FirstDay(year + 1) - FirstDay(year);

    /// <summary>Six months of 31 days, then of 30, the last by what is left.</summary>
    public static (int Year, int Month, int Day) Of(DateOnly day)
    {
        var year = YearOf(day.DayNumber);
        var place = day.DayNumber - FirstDay(year);
        return place < LongHalf
            ? (year, place / 31 + 1, place % 31 + 1)
            : (year, (place - LongHalf) / 30 + 7, (place - LongHalf) % 30 + 1);
    }

    /// <summary>yyyy/mm/dd with Latin digits; a day that is not known as ISO has it.</summary>
    public static string Text(DateOnly day)
    {
        if (!Knows(day.DayNumber))
        {
            return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
        var (year, month, dayOfMonth) = Of(day);
        return $"{year:0000}/{month:00}/{dayOfMonth:00}";
    }
}
