using System.Numerics;

namespace Karvan.Oracle;

/// <summary>Quotients of whole numbers, never divided before they are rounded.</summary>
public static class Exact
{
    /// <summary>Whether one quotient of money by weight is above another; both weights are above zero.</summary>
    public static bool IsMore((decimal Usd, decimal Kg) a, (decimal Usd, decimal Kg) b) =>
        Cents(a.Usd) * Grams(b.Kg) > Cents(b.Usd) * Grams(a.Kg);

    public static BigInteger Cents(decimal usd) => new(usd * 100m);

    public static BigInteger Grams(decimal kilograms) => new(kilograms * 1000m);

    /// <summary>numerator / denominator, neither below zero, to two decimals, half up (which is half away from zero).</summary>
    public static decimal Points(BigInteger numerator, BigInteger denominator)
    {
        var hundredths = (200 * numerator + denominator) / (2 * denominator);
        return (decimal)hundredths / 100m;
    }

    /// <summary>A product of decimals to two decimals, half away from zero.</summary>
    public static decimal Points(decimal points) =>
        Math.Round(points, 2, MidpointRounding.AwayFromZero);
}
