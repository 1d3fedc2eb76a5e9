namespace Karvan.Trade.Fields;

/// <summary>Numbers of input files: Latin digits with an optional point and fraction; no sign, exponent, grouping or blanks.</summary>
public static class NumberField
{
    /// <summary>The largest amount a line may carry, in USD or kilograms.</summary>
    public const long LargestAmount = 10_000_000_000;

    /// <summary>Reads a number as an integer of 10^−<paramref name="decimals"/>.</summary>
    /// <param name="text">Digits already Latin.</param>
    /// <param name="decimals">Decimals at most, 0 to 12.</param>
    /// <param name="largest">The largest value allowed, in whole units.</param>
    public static Fault Read(ReadOnlySpan<char> text, int decimals, long largest, out long value)
    {
        value = 0;
        if (text.IsEmpty)
        {
            return Fault.Blank;
        }
        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        var fraction = point < 0 ? [] : text[(point + 1)..];
        if (
            whole.IsEmpty
            || (point >= 0 && fraction.IsEmpty)
            || !AllDigits(whole)
            || !AllDigits(fraction)
        )
        {
            return Fault.BadNumber;
        }
        if (fraction.Length > decimals)
        {
            return Fault.TooManyDecimals;
        }
        whole = whole.TrimStart('0');
        var limit = new Int128(0, (ulong)largest);
        Int128 sum = 0;
        foreach (var digit in whole)
        {
            sum = sum * 10 + (digit - '0');
            if (sum > limit)
            {
                return Fault.OutOfRange;
            }
        }
        for (var i = 0; i < decimals; i++)
        {
            sum = sum * 10 + (i < fraction.Length ? fraction[i] - '0' : 0);
            limit *= 10;
        }
        if (sum > limit)
        {
            return Fault.OutOfRange;
        }
        value = (long)sum;
        return Fault.None;
    }

    private static bool AllDigits(ReadOnlySpan<char> text) =>
        !text.ContainsAnyExceptInRange('0', '9');
}
