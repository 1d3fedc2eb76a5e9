using System.Globalization;

namespace Karvan.Core.Values;

/// <summary>Days as people write them: solar (Jalali) at the edge, <see cref="DateOnly"/> inside.</summary>
public static class SolarDate
{
    private static readonly PersianCalendar Calendar = new();

    private static readonly DateOnly First = DateOnly.FromDateTime(Calendar.MinSupportedDateTime);

    /// <summary>Years that a solar date can have; later ones are taken for Gregorian.</summary>
    private const int LastSolarYear = 1599;

    /// <summary>yyyy/mm/dd with Latin digits.</summary>
    public static string Text(DateOnly day)
    {
        var date = day.ToDateTime(TimeOnly.MinValue);
        return $"{Calendar.GetYear(date):0000}/{Calendar.GetMonth(date):00}/{Calendar.GetDayOfMonth(date):00}";
    }

    public static int Year(DateOnly day) => Calendar.GetYear(day.ToDateTime(TimeOnly.MinValue));

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
