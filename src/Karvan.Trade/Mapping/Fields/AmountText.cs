using Karvan.Trade.Fields;
using Karvan.Trade.Mapping.Profiles;

namespace Karvan.Trade.Mapping.Fields;

/// <summary>Numbers with the marks that a profile names; exact.</summary>
internal static class AmountText
{
    /// <summary>Reads a number as an integer of 10^−<paramref name="decimals"/>; zeros behind that do not matter.</summary>
    /// <param name="text">Latin digits, trimmed.</param>
    /// <param name="decimals">0 to 9.</param>
    /// <param name="largest">The largest result allowed.</param>
    public static Fault Read(
        ReadOnlySpan<char> text,
        NumberMarks marks,
        int decimals,
        long largest,
        out long value
    )
    {
        value = 0;
        var point = text.LastIndexOf(marks.Point);
        var whole = point < 0 ? text : text[..point];
        var fraction = point < 0 ? [] : text[(point + 1)..];
        if (
            whole.IsEmpty
            || (point >= 0 && fraction.IsEmpty)
            || fraction.ContainsAnyExceptInRange('0', '9')
            || !AreGrouped(whole, marks.Groups)
        )
        {
            return Fault.BadNumber;
        }
        fraction = fraction.Length > decimals ? fraction.TrimEnd('0') : fraction;
        if (fraction.Length > decimals)
        {
            return Fault.TooManyDecimals;
        }
        Int128 sum = 0;
        foreach (var c in whole)
        {
            if (char.IsAsciiDigit(c))
            {
                sum = sum * 10 + (c - '0');
                if (sum > largest)
                {
                    return Fault.OutOfRange;
                }
            }
        }
        for (var i = 0; i < decimals; i++)
        {
            sum = sum * 10 + (i < fraction.Length ? fraction[i] - '0' : 0);
        }
        value = sum <= largest ? (long)sum : 0;
        return sum <= largest ? Fault.None : Fault.OutOfRange;
    }

    /// <summary>Digits alone, or digits cut into threes from their end by one and the same allowed mark.</summary>
    private static bool AreGrouped(ReadOnlySpan<char> whole, string groups)
    {
        var mark = '\0';
        var run = 0;
        foreach (var c in whole)
        {
            if (char.IsAsciiDigit(c))
            {
                run++;
                continue;
            }
            var first = mark == '\0';
            if (
                !groups.Contains(Plain(c))
                || (!first && c != mark)
                || (first ? run is < 1 or > 3 : run != 3)
            )
            {
                return false;
            }
            (mark, run) = (c, 0);
        }
        return mark == '\0' || run == 3;
    }

    /// <summary>A narrow or unbreakable blank is a blank, a curly apostrophe an apostrophe.</summary>
    private static char Plain(char c) =>
        char.IsWhiteSpace(c) ? ' '
        : c is '\u2019' ? '\''
        : c;
}
