using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Scoring;

/// <summary>Exact rounding of a quotient of integers.</summary>
internal static class Quotient
{
    /// <summary>n/d to the nearest integer.</summary>
    /// <param name="numerator">0 or more.</param>
    /// <param name="denominator">Above 0; numerator + denominator must fit 64 bits.</param>
    public static long Round(long numerator, long denominator, Rounding rounding)
    {
        var (whole, rest) = Math.DivRem(numerator, denominator);
        // rest ≥ d − rest is "at least half", without doubling anything.
        var beyond = rest.CompareTo(denominator - rest);
        return
            beyond > 0
            || (beyond == 0 && (rounding is Rounding.HalfAwayFromZero || (whole & 1) == 1))
            ? whole + 1
            : whole;
    }

    /// <inheritdoc cref="Round(long, long, Rounding)"/>
    public static Int128 Round(Int128 numerator, Int128 denominator, Rounding rounding)
    {
        var (whole, rest) = Int128.DivRem(numerator, denominator);
        var beyond = rest.CompareTo(denominator - rest);
        return
            beyond > 0
            || (beyond == 0 && (rounding is Rounding.HalfAwayFromZero || (whole & 1) == 1))
            ? whole + 1
            : whole;
    }
}
