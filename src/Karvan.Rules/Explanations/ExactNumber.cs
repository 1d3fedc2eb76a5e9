using Karvan.Rules.Text;

namespace Karvan.Rules.Explanations;

/// <summary>Exact decimals of integers over a scale that divides a power of ten, without trailing zeros.</summary>
internal static class ExactNumber
{
    /// <summary>Quotients are shown with six decimals, cut off.</summary>
    public const long QuotientScale = 1_000_000;

    /// <summary>Whether a quotient over this has an end: thirds have none.</summary>
    public static bool Ends(long scale)
    {
        foreach (var factor in (ReadOnlySpan<int>)[2, 5])
        {
            while (scale % factor == 0)
            {
                scale /= factor;
            }
        }
        return scale == 1;
    }

    /// <summary>A quotient cut off, never rounded up, so that it cannot seem to reach what it does not.</summary>
    public static void WriteCut(Int128 numerator, Int128 denominator, Utf8Text into) =>
        Write(numerator * QuotientScale / denominator, QuotientScale, into);

    public static void Write(Int128 numerator, long scale, Utf8Text into)
    {
        if (numerator < 0)
        {
            into.Raw((byte)'-');
            numerator = -numerator;
        }
        var (whole, rest) = Int128.DivRem(numerator, scale);
        if (whole <= long.MaxValue)
        {
            into.Whole((long)whole);
        }
        else
        {
            into.Text(whole.ToString());
        }
        if (rest == 0)
        {
            return;
        }
        into.Raw((byte)'.');
        while (rest != 0)
        {
            (var digit, rest) = Int128.DivRem(rest * 10, scale);
            into.Raw((byte)('0' + (int)digit));
        }
    }
}
