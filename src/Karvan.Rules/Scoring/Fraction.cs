using System.Numerics;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Scoring;

/// <summary>A quotient that is never divided before it is compared or rounded.</summary>
/// <param name="Above">0 or more.</param>
/// <param name="Below">Above 0.</param>
internal readonly record struct Fraction(Int128 Above, Int128 Below)
{
    public static readonly Fraction Zero = new(0, 1);

    /// <summary>Products of numbers below this fit 128 bits, times a maximum in hundredths too.</summary>
    private static readonly Int128 Small = (Int128)1 << 50;

    /// <summary>Below zero when this is less.</summary>
    public int Against(Fraction other) =>
        IsSmall && other.IsSmall
            ? (Above * other.Below).CompareTo(other.Above * Below)
            : ((BigInteger)Above * other.Below).CompareTo((BigInteger)other.Above * Below);

    /// <summary>max × this ÷ best, to the nearest integer.</summary>
    /// <param name="max">At most 2²⁴.</param>
    /// <param name="best">Above zero.</param>
    public int PartOf(int max, Fraction best, Rounding rounding)
    {
        if (IsSmall && best.IsSmall)
        {
            return (int)Quotient.Round(Above * best.Below * max, Below * best.Above, rounding);
        }
        var (above, below) = ((BigInteger)Above * best.Below * max, (BigInteger)Below * best.Above);
        var whole = BigInteger.DivRem(above, below, out var rest);
        var beyond = (2 * rest).CompareTo(below);
        var up =
            beyond > 0 || (beyond == 0 && (rounding is Rounding.HalfAwayFromZero || !whole.IsEven));
        return (int)(up ? whole + 1 : whole);
    }

    private bool IsSmall => Above < Small && Below < Small;
}
