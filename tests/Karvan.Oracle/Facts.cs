namespace Karvan.Oracle;

/// <summary>The trade of one exporter, asked of its lines each time anew.</summary>
public sealed class Facts(Exporter exporter, IReadOnlyList<TradeLine> lines, Readings readings)
{
    private IEnumerable<TradeLine> Exports => lines.Where(l => l.Flow == Flow.Export);

    public IEnumerable<TradeLine> LastYear => Exports.Where(l => l.Year == Years.Last);

    public IEnumerable<TradeLine> Window => Exports.Where(l => Years.Window.Contains(l.Year));

    public decimal LastYearValue => ExportValue(Years.Last);

    public decimal LastYearWeight => LastYear.Sum(l => l.WeightKg);

    public decimal ExportValue(int year) => Exports.Where(l => l.Year == year).Sum(l => l.ValueUsd);

    public decimal ImportValue(int year) =>
        lines.Where(l => l.Flow == Flow.Import && l.Year == year).Sum(l => l.ValueUsd);

    /// <summary>Exports to a country in a year means a positive value there.</summary>
    public IReadOnlySet<string> Countries(int year) => Countries(Exports, year);

    /// <summary>R2.2: exports in the last year, and none in the years that the reading looks at.</summary>
    public IReadOnlySet<string> NewMarkets(string reading)
    {
        int[] without = reading switch
        {
            "absent-all-years" => [1397, 1398, 1399, 1400],
            "absent-one-year" => [1400],
            _ => [1399, 1400],
        };
        return Countries(Years.Last)
            .Where(c => !without.Any(y => Countries(y).Contains(c)))
            .Where(c =>
                reading != "priority-country" || ReferenceTables.PriorityCountries.Contains(c)
            )
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whether there were exports to a country in any of the three years.</summary>
    public bool IsMarket(string country) =>
        Years.Window.Any(year => Countries(year).Contains(country));

    public static (decimal Usd, decimal Kilograms) Together(IEnumerable<TradeLine> lines) =>
        (lines.Sum(l => l.ValueUsd), lines.Sum(l => l.WeightKg));

    /// <summary>R3.2: of the products of the last year that have a weight, the one with the most USD/kg; if none has, all value and no weight.</summary>
    public (decimal Usd, decimal Kilograms) BestProduct()
    {
        var weighed = LastYear
            .GroupBy(l => l.Hs6, StringComparer.Ordinal)
            .Select(Together)
            .Where(p => p.Kilograms > 0)
            .ToList();
        return weighed.Count == 0
            ? (LastYearValue, 0)
            : weighed.Aggregate((best, p) => Exact.IsMore(p, best) ? p : best);
    }

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
