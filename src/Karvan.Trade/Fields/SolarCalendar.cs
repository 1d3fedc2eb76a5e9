using System.Globalization;

namespace Karvan.Trade.Fields;

/// <summary>
/// Solar years as the BCL's PersianCalendar cuts them: the arithmetic calendars that repeat every 33 or 2820 years
/// are a day off in some years. A day is a <see cref="DateOnly.DayNumber"/>.
/// </summary>
public static class SolarCalendar
{
    /// <summary>A written year below this is Jalali.</summary>
    public const int FirstGregorianYear = 1700;

    private const int LastJalaliYear = 9378;
    private const int FirstSixMonths = 6 * 31;

    private static readonly PersianCalendar Calendar = new();

    /// <summary>First day of each solar year asked for so far; day 0 stands for "not asked".</summary>
    private static readonly int[] Starts = new int[LastJalaliYear + 1];

    /// <returns>Whether the three numbers are a day, of the calendar that the year implies.</returns>
    public static bool TryDay(int year, int month, int day, out int dayNumber, out int solarYear)
    {
        (dayNumber, solarYear) = (0, 0);
        if (month is < 1 or > 12 || day < 1 || year < 1)
        {
            return false;
        }
        if (year < FirstGregorianYear)
        {
            var start = FirstDay(year);
            var length =
                month <= 6 ? 31
                : month < 12 ? 30
                : FirstDay(year + 1) - start - FirstSixMonths - 5 * 30;
            var before = month <= 7 ? (month - 1) * 31 : FirstSixMonths + (month - 7) * 30;
            dayNumber = start + before + day - 1;
            solarYear = year;
            return day <= length;
        }
        if (year > 9999 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }
        dayNumber = new DateOnly(year, month, day).DayNumber;
        solarYear = YearOf(dayNumber);
        return true;
    }

    /// <summary>The solar year of a day.</summary>
    public static int YearOf(int dayNumber)
    {
        var year = Math.Clamp((int)((dayNumber - FirstDay(1)) / 366L) + 1, 1, LastJalaliYear);
        while (year < LastJalaliYear && FirstDay(year + 1) <= dayNumber)
        {
            year++;
        }
        return year;
    }

    /// <summary>The day number of 1 Farvardin.</summary>
    public static int FirstDay(int solarYear)
    {
        // Two threads may both compute a year; they write the same number.
        if (Starts[solarYear] == 0)
        {
            Starts[solarYear] = DateOnly
                .FromDateTime(Calendar.ToDateTime(solarYear, 1, 1, 0, 0, 0, 0))
                .DayNumber;
        }
        return Starts[solarYear];
    }
}
