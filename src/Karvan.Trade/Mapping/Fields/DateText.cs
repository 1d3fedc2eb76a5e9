using System.Buffers;
using Karvan.Texts;
using Karvan.Trade.Fields;
using Karvan.Trade.Mapping.Profiles;

namespace Karvan.Trade.Mapping.Fields;

/// <summary>Dates as customs files write them.</summary>
internal static class DateText
{
    private const int Compact = 8;
    private const int YearDigits = 4;
    private static readonly SearchValues<char> OfTimes = SearchValues.Create("0123456789:.");

    /// <summary>
    /// Three numbers with the same <c>-</c>, <c>/</c> or <c>.</c> between them, the year of four digits and month and
    /// day of one or two; or eight digits. Four digits in front are the year in any order. A time of day behind a blank or <c>T</c> is read past.
    /// </summary>
    /// <param name="text">Latin digits, trimmed.</param>
    /// <param name="day">A <see cref="DateOnly.DayNumber"/>.</param>
    public static Fault Read(
        ReadOnlySpan<char> text,
        DateCalendar calendar,
        DateOrder order,
        out int day
    )
    {
        day = 0;
        return
            TryParts(WithoutTime(text), order, out var year, out var month, out var dayOfMonth)
            && Suits(calendar, year)
            && SolarCalendar.TryDay(year, month, dayOfMonth, out day, out _)
            ? Fault.None
            : Fault.BadDate;
    }

    private static bool Suits(DateCalendar calendar, int year) =>
        calendar switch
        {
            DateCalendar.Jalali => SolarCalendar.IsSolar(year),
            DateCalendar.Gregorian => !SolarCalendar.IsSolar(year),
            _ => true,
        };

    private static bool TryParts(
        ReadOnlySpan<char> text,
        DateOrder order,
        out int year,
        out int month,
        out int day
    )
    {
        (year, month, day) = (0, 0, 0);
        ReadOnlySpan<char> first,
            second,
            third;
        var mark = text.IndexOfAny('-', '/', '.');
        if (mark < 0)
        {
            if (text.Length != Compact)
            {
                return false;
            }
            var lead = order is DateOrder.Ymd ? YearDigits : 2;
            first = text[..lead];
            second = text[lead..(lead + 2)];
            third = text[(lead + 2)..];
        }
        else
        {
            var rest = text[(mark + 1)..];
            var next = rest.IndexOf(text[mark]);
            if (next < 0)
            {
                return false;
            }
            first = text[..mark];
            second = rest[..next];
            third = rest[(next + 1)..];
        }
        // Four digits in front are a year whatever the order: so a workbook's own dates come, among typed ones.
        return (mark == YearDigits ? DateOrder.Ymd : order) switch
        {
            DateOrder.Ymd => Year(first, out year)
                && Short(second, out month)
                && Short(third, out day),
            DateOrder.Dmy => Short(first, out day)
                && Short(second, out month)
                && Year(third, out year),
            _ => Short(first, out month) && Short(second, out day) && Year(third, out year),
        };
    }

    private static ReadOnlySpan<char> WithoutTime(ReadOnlySpan<char> text)
    {
        var at = text.IndexOfAny(' ', 'T');
        if (at < 0)
        {
            return text;
        }
        // 12:30, 12:30:59, 12:30:59.123, 12:30:59Z; whatever else follows is no time, and the date with it no date.
        var time = text[(at + 1)..].TrimStart(' ');
        var colon = time.IndexOf(':');
        return
            colon is 1 or 2
            && !time.TrimEnd('Z').ContainsAnyExcept(OfTimes)
            && time.Length is >= 4 and <= 17
            ? text[..at]
            : text;
    }

    private static bool Year(ReadOnlySpan<char> digits, out int year)
    {
        year = 0;
        return digits.Length == YearDigits && Number(digits, out year);
    }

    private static bool Short(ReadOnlySpan<char> digits, out int number)
    {
        number = 0;
        return digits.Length is 1 or 2 && Number(digits, out number);
    }

    private static bool Number(ReadOnlySpan<char> digits, out int value)
    {
        value = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }
            value = value * 10 + (digit - '0');
        }
        return true;
    }
}
