using System.Globalization;

namespace Karvan.Rules.Rulebooks;

/// <summary>Points in hundredths; 12.50 points are 1250. Never negative.</summary>
public readonly record struct Points(int Hundredths) : IComparable<Points>
{
    public const int PerPoint = 100;

    /// <exception cref="ArgumentOutOfRangeException">Negative, finer than a hundredth, or too large.</exception>
    public static Points Of(decimal points)
    {
        var hundredths = points * PerPoint;
        if (
            hundredths < 0
            || hundredths > int.MaxValue
            || decimal.Truncate(hundredths) != hundredths
        )
        {
            throw new ArgumentOutOfRangeException(
                nameof(points),
                points,
                "Points are whole hundredths, 0 or more."
            );
        }
        return new Points((int)hundredths);
    }

    public decimal Value => Hundredths / (decimal)PerPoint;

    public int CompareTo(Points other) => Hundredths.CompareTo(other.Hundredths);

    public static bool operator <(Points a, Points b) => a.Hundredths < b.Hundredths;

    public static bool operator >(Points a, Points b) => a.Hundredths > b.Hundredths;

    public static bool operator <=(Points a, Points b) => a.Hundredths <= b.Hundredths;

    public static bool operator >=(Points a, Points b) => a.Hundredths >= b.Hundredths;

    /// <summary>Always two decimals: <c>12.50</c>.</summary>
    public override string ToString() => Value.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>As few decimals as needed: <c>12.5</c>.</summary>
    public string Plain => Value.ToString("0.##", CultureInfo.InvariantCulture);
}
