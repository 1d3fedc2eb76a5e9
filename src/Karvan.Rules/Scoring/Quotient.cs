using System.Numerics;
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

    /// <inheritdoc cref="Round(long, long, Rounding)"/>
    /// <param name="numerators">0 or more.</param>
    /// <param name="denominators">Above 0; twice the quotient and 3, times the denominator, must fit 64 bits.</param>
    /// <remarks>The quotient is only guessed in floating point, which misses by one at most; integers settle it.</remarks>
    public static Vector<long> Round(
        Vector<long> numerators,
        Vector<long> denominators,
        Rounding rounding
    )
    {
        var guess = Vector.ConvertToInt64(
            Vector.ConvertToDouble(numerators) / Vector.ConvertToDouble(denominators)
                + new Vector<double>(0.5)
        );
        // q is right when (2q − 1) × d ≤ 2n < (2q + 1) × d; comparisons are −1 where they hold.
        var twice = numerators + numerators;
        var least = (guess + guess - Vector<long>.One) * denominators;
        var tooHigh = Vector.GreaterThan(least, twice);
        var tooLow = Vector.GreaterThanOrEqual(twice, least + denominators + denominators);
        var quotient = guess + tooHigh - tooLow;
        if (rounding is Rounding.HalfAwayFromZero)
        {
            return quotient;
        }
        var half = Vector.Equals((quotient + quotient - Vector<long>.One) * denominators, twice);
        return quotient - (half & quotient & Vector<long>.One);
    }
}
