using System.Numerics;

namespace Karvan.Rules.Rulebooks;

/// <summary>Whether a country counts, asked of the set of years in which there were exports to it.</summary>
/// <param name="Any">The test holds when one of these does.</param>
public sealed record CountryTest(IReadOnlyList<CountryYears> Any)
{
    public bool Holds(byte years)
    {
        foreach (var test in Any)
        {
            if (test.Holds(years))
            {
                return true;
            }
        }
        return false;
    }
}

/// <param name="All">Exports in each of these.</param>
/// <param name="None">No exports in any of these.</param>
/// <param name="AtLeast">Exports in so many of <paramref name="Of"/>; 0 asks nothing.</param>
public sealed record CountryYears(YearSet All, YearSet None, int AtLeast, YearSet Of)
{
    public bool Holds(byte years) =>
        (years & All.Bits) == All.Bits
        && (years & None.Bits) == 0
        && BitOperations.PopCount((uint)(years & Of.Bits)) >= AtLeast;
}
