namespace Karvan.Oracle;

/// <summary>The trade of one exporter, asked of its lines each time anew.</summary>
public sealed class Facts(Exporter exporter, IReadOnlyList<TradeLine> lines, Readings readings)
{
    private IEnumerable<TradeLine> Exports => lines.Where(l => l.Flow == Flow.Export);

    public IEnumerable<TradeLine> LastYear => Exports.Where(l => l.Year == Years.Last);

    public decimal LastYearValue => ExportValue(Years.Last);

    public decimal LastYearWeight => LastYear.Sum(l => l.WeightKg);

    public decimal ExportValue(int year) => Exports.Where(l => l.Year == year).Sum(l => l.ValueUsd);

    public decimal ImportValue(int year) =>
        lines.Where(l => l.Flow == Flow.Import && l.Year == year).Sum(l => l.ValueUsd);

    /// <summary>Exports to a country in a year means a positive value there.</summary>
    public IReadOnlySet<string> Countries(int year) => Countries(Exports, year);

    /// <summary>R4.3: 60, 30 and 10 per cent.</summary>
    public decimal WeightedMean => Weighted(ExportValue);

    /// <summary>R4.3's weights over any measure of a year.</summary>
    public decimal Weighted(Func<int, decimal> measure)
    {
        var (newest, oldest) = readings.Is("weight-order", "newest-first")
            ? (0.6m, 0.1m)
            : (0.1m, 0.6m);
        return newest * measure(1401) + 0.3m * measure(1400) + oldest * measure(1399);
    }

    /// <summary>Exports of the product group applied for; without a group all goods (R1.2 only).</summary>
    public IEnumerable<TradeLine> InGroup =>
        exporter.ProductGroup.Length == 0
            ? Exports
            : Exports.Where(l =>
                ReferenceTables.ProductGroups[exporter.ProductGroup].Contains(l.Chapter)
            );

    /// <summary>R1.2: three of the last five years in the group, the last among them, or the three years in a row.</summary>
    public IReadOnlySet<string> PersistentCountries(bool threeInARowOnly)
    {
        var byYear = Years.Five.ToDictionary(y => y, y => Countries(InGroup, y));
        return byYear[Years.Last].Where(Persists).ToHashSet(StringComparer.Ordinal);

        bool Persists(string country) =>
            threeInARowOnly
                ? Years.Window.All(y => byYear[y].Contains(country))
                : Years.Five.Count(y => byYear[y].Contains(country)) >= 3;
    }

    private static HashSet<string> Countries(IEnumerable<TradeLine> lines, int year) =>
        lines
            .Where(l => l.Year == year)
            .GroupBy(l => l.Country, StringComparer.Ordinal)
            .Where(g => g.Sum(l => l.ValueUsd) > 0)
            .Select(g => g.Key)
            .ToHashSet(StringComparer.Ordinal);
}
