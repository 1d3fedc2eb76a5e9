namespace Karvan.Rules.Rulebooks;

/// <summary>The solar years of the customs data, oldest first; facts index their yearly columns by place in <see cref="All"/>.</summary>
public sealed record DataYears(int Last, IReadOnlyList<int> Window, IReadOnlyList<int> All)
{
    /// <summary>A set of years fits a byte.</summary>
    public const int MostYears = 8;

    public int Count => All.Count;

    /// <returns>The place of a solar year in <see cref="All"/>, or −1.</returns>
    public int IndexOf(int solarYear)
    {
        var index = solarYear - All[0];
        return index >= 0 && index < All.Count ? index : -1;
    }
}

/// <summary>A set of data years: bit <c>i</c> stands for year <c>i</c> of <see cref="DataYears.All"/>.</summary>
public readonly record struct YearSet(byte Bits)
{
    public bool Contains(int index) => (Bits >> index & 1) != 0;

    public int Count => System.Numerics.BitOperations.PopCount(Bits);

    public IEnumerable<int> Indexes
    {
        get
        {
            for (var i = 0; i < DataYears.MostYears; i++)
            {
                if (Contains(i))
                {
                    yield return i;
                }
            }
        }
    }
}

/// <summary>
/// Weights of years: hundredths of a per cent (60 % is 6000), which add up to 100 %; or 1 for each year of a simple mean.
/// </summary>
/// <param name="Id">The name of the set.</param>
/// <param name="ByYear">One weight a data year, in the order of <see cref="DataYears.All"/>.</param>
public sealed record YearWeights(string Id, IReadOnlyList<int> ByYear)
{
    public const int Whole = 100 * 100;

    /// <summary>What a weight is a part of: 10,000, or the number of years of a simple mean.</summary>
    public int Sum { get; } = ByYear.Sum();

    /// <summary>Whether all years weigh the same: per cent cannot say a third.</summary>
    public bool IsSimpleMean => Sum != Whole;
}
