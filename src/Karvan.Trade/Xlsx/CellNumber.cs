using System.Globalization;

namespace Karvan.Trade.Xlsx;

/// <summary>Numbers of cells as plain digits, and the days they stand for under a date format.</summary>
internal static class CellNumber
{
    /// <summary>Room for the longest result: the smallest number has 324 decimals.</summary>
    public const int MostChars = 400;

    /// <summary>Every decimal of so many digits survives being kept as a binary number.</summary>
    private const int SafeDigits = 15;

    /// <summary>
    /// Spreadsheet programs keep numbers in binary and write more digits than were typed: the shortest decimal that is
    /// the same binary number is the typed one. Whole numbers without exponent stay as they are written.
    /// </summary>
    /// <param name="text">The text of a number cell.</param>
    /// <param name="scratch">Room for <see cref="MostChars"/>.</param>
    /// <returns>The number, a part of either; <paramref name="text"/> itself where it is no number.</returns>
    public static ReadOnlySpan<char> Plain(ReadOnlySpan<char> text, Span<char> scratch)
    {
        if (IsPlain(text, out var kept))
        {
            return text[..kept];
        }
        Span<char> shortest = stackalloc char[32];
        return
            TryValue(text, out var value)
            && value.TryFormat(shortest, out var length, "R", CultureInfo.InvariantCulture)
            ? scratch[..Expand(shortest[..length], scratch)]
            : text;
    }

    /// <summary>
    /// The day of a date or of a point in time. The system of 1900 counts 29 February 1900, which never was; that day,
    /// day 0 and all before and beyond the calendar are none.
    /// </summary>
    public static bool TryDay(ReadOnlySpan<char> text, bool from1904, out DateOnly day)
    {
        day = default;
        if (!TryValue(text, out var value))
        {
            return false;
        }
        var serial = Math.Floor(value);
        var first = from1904 ? 0 : 1;
        var last = from1904 ? 2_957_003 : 2_958_465;
        if (serial < first || serial > last || (serial == 60 && !from1904))
        {
            return false;
        }
        var before = (from1904, serial) switch
        {
            (true, _) => new DateOnly(1904, 1, 1),
            (false, < 60) => new DateOnly(1899, 12, 31),
            _ => new DateOnly(1899, 12, 30),
        };
        day = before.AddDays((int)serial);
        return true;
    }

    private static bool TryValue(ReadOnlySpan<char> text, out double value) =>
        double.TryParse(
            text,
            NumberStyles.AllowLeadingSign
                | NumberStyles.AllowDecimalPoint
                | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out value
        ) && double.IsFinite(value);

    /// <param name="text">The text of a number cell.</param>
    /// <param name="kept">How much of it to keep: zeros at the end of a fraction say nothing.</param>
    private static bool IsPlain(ReadOnlySpan<char> text, out int kept)
    {
        kept = text.Length;
        var digits = text is ['-', ..] ? text[1..] : text;
        var point = digits.IndexOf('.');
        if (point < 0)
        {
            return !digits.IsEmpty && digits.IndexOfAnyExceptInRange('0', '9') < 0;
        }
        if (point == 0)
        {
            return false;
        }
        var significant = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            if (i == point)
            {
                continue;
            }
            if (!char.IsAsciiDigit(digits[i]))
            {
                return false;
            }
            significant += significant > 0 || digits[i] != '0' ? 1 : 0;
        }
        if (significant > SafeDigits)
        {
            return false;
        }
        kept = text.TrimEnd('0').TrimEnd('.').Length;
        return true;
    }

    /// <summary>Writes <c>-1.25E-07</c> as <c>-0.000000125</c>.</summary>
    private static int Expand(ReadOnlySpan<char> number, Span<char> into)
    {
        var e = number.IndexOf('E');
        if (e < 0)
        {
            number.CopyTo(into);
            return number.Length;
        }
        var exponent = int.Parse(
            number[(e + 1)..],
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture
        );
        var length = 0;
        if (number[0] == '-')
        {
            into[length++] = '-';
            number = number[1..];
            e--;
        }
        Span<char> digits = stackalloc char[32];
        digits[0] = number[0];
        var count = 1;
        for (var i = 2; i < e; i++)
        {
            digits[count++] = number[i];
        }
        // The point stands behind the first (exponent + 1) digits, zeros included.
        if (exponent < 0)
        {
            into[length++] = '0';
            into[length++] = '.';
            into.Slice(length, -exponent - 1).Fill('0');
            length += -exponent - 1;
            digits[..count].CopyTo(into[length..]);
            return length + count;
        }
        var whole = Math.Min(count, exponent + 1);
        digits[..whole].CopyTo(into[length..]);
        length += whole;
        into.Slice(length, exponent + 1 - whole).Fill('0');
        length += exponent + 1 - whole;
        if (whole < count)
        {
            into[length++] = '.';
            digits[whole..count].CopyTo(into[length..]);
            length += count - whole;
        }
        return length;
    }
}
