using Karvan.Rules.Reference;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Facts;

public enum TradeFlow : byte
{
    Export,
    Import,
}

/// <param name="Hs6">The first six digits of the HS code.</param>
/// <param name="Country">ISO code.</param>
/// <param name="ValueCents">USD cents, 0 or more.</param>
/// <param name="WeightGrams">Net grams, 0 or more.</param>
public sealed record TradeLine(
    TradeFlow Flow,
    int SolarYear,
    string Country,
    int Hs6,
    long ValueCents,
    long WeightGrams
);

/// <summary>
/// Adds up lines one by one, for worked cases and single firms. Large files are added up by Karvan.Trade,
/// by another road; tests hold the two against each other.
/// </summary>
public static class FactBuilder
{
    /// <param name="lines">For each exporter its lines; lines of other years are left aside.</param>
    /// <exception cref="SumTooLargeException">A sum passes what 64 bits hold.</exception>
    public static TradeFacts Build(
        Rulebook book,
        FactPlan plan,
        Roster roster,
        Func<string, IEnumerable<TradeLine>> lines
    )
    {
        var years = plan.Years.Count;
        var count = roster.Count;
        var exports = Columns(years, count);
        var grams = Columns(years, count);
        var imports = Columns(years, count);
        var classCents = plan
            .ClassSums.Select(k => Columns(k.Table.Classes.Count, count))
            .ToArray();
        var best = plan.BestProducts.Select(_ => BestProducts.Of(count)).ToArray();
        var products = new ProductSums();
        var start = new int[count + 1];
        var rows = new List<(byte Country, byte All, byte InGroup, long[] Values)>();

        for (var firm = 0; firm < count; firm++)
        {
            var exporter = roster.Exporters[firm];
            var countries = new SortedDictionary<string, (long[] All, long[] InGroup)>(
                StringComparer.Ordinal
            );
            foreach (var line in lines(exporter.Id))
            {
                var year = plan.Years.IndexOf(line.SolarYear);
                if (year < 0)
                {
                    continue;
                }
                string Of(string what) => $"{exporter.Id}: found {what} in {line.SolarYear} that";
                if (line.Flow is TradeFlow.Import)
                {
                    Add(ref imports[year][firm], line.ValueCents, () => Of("imports"));
                    continue;
                }
                Add(ref exports[year][firm], line.ValueCents, () => Of("exports"));
                Add(
                    ref grams[year][firm],
                    line.WeightGrams,
                    () => Of("net weight of exports"),
                    "grams"
                );
                if (!countries.TryGetValue(line.Country, out var sums))
                {
                    countries[line.Country] = sums = (new long[years], new long[years]);
                }
                // No more than the exporter's sum of the year, which was watched.
                sums.All[year] += line.ValueCents;
                sums.InGroup[year] += InGroup(book, exporter, line.Hs6) ? line.ValueCents : 0;
                for (var k = 0; k < plan.ClassSums.Count; k++)
                {
                    var key = plan.ClassSums[k];
                    if (key.Years.Contains(year))
                    {
                        var place = key.Table.ClassOfCode(key.Edition)[line.Hs6];
                        Add(
                            ref classCents[k][place][firm],
                            line.ValueCents,
                            () =>
                                $"{exporter.Id}: found exports of the class {key.Table.Id}/{key.Table.Classes[place].Id} in several years that"
                        );
                    }
                }
            }
            for (var k = 0; k < best.Length; k++)
            {
                foreach (var line in lines(exporter.Id))
                {
                    var year = plan.Years.IndexOf(line.SolarYear);
                    if (
                        line.Flow is TradeFlow.Export
                        && year >= 0
                        && plan.BestProducts[k].Contains(year)
                    )
                    {
                        products.Add(line.Hs6, line.ValueCents, line.WeightGrams);
                    }
                }
                products.Finish(firm, best[k]);
            }
            foreach (var (country, sums) in countries.Where(c => Years(c.Value.All) != 0))
            {
                var values = plan.MarketValues.Select(k =>
                {
                    var sum = 0L;
                    foreach (var year in k.Years.Indexes)
                    {
                        Add(
                            ref sum,
                            (k.ProductGroupOnly ? sums.InGroup : sums.All)[year],
                            () => $"{exporter.Id}: found exports to {country} in several years that"
                        );
                    }
                    return sum;
                });
                rows.Add(
                    (
                        (byte)ReferenceTable.Countries.IndexOf(country),
                        Years(sums.All),
                        Years(sums.InGroup),
                        [.. values]
                    )
                );
            }
            start[firm + 1] = rows.Count;
        }

        return new TradeFacts
        {
            Plan = plan,
            Count = count,
            ExportCents = exports,
            ExportGrams = grams,
            ImportCents = imports,
            CountryStart = start,
            Country = [.. rows.Select(r => r.Country)],
            YearsAll = [.. rows.Select(r => r.All)],
            YearsInGroup = [.. rows.Select(r => r.InGroup)],
            ClassCents = classCents,
            BestProducts = best,
            MarketCents =
            [
                .. plan.MarketValues.Select((_, k) => rows.Select(r => r.Values[k]).ToArray()),
            ],
        };
    }

    private static void Add(ref long sum, long amount, Func<string> what, string unit = "cents")
    {
        if (amount > long.MaxValue - sum)
        {
            throw SumTooLargeException.Of(what(), unit);
        }
        sum += amount;
    }

    private static bool InGroup(Rulebook book, Exporter exporter, int hs6)
    {
        var chapter = (hs6 / 10_000).ToString(
            "00",
            System.Globalization.CultureInfo.InvariantCulture
        );
        return exporter.ProductGroup < 0
            || book.ProductGroups[exporter.ProductGroup]
                .Chapters.Contains(chapter, StringComparer.Ordinal);
    }

    private static byte Years(long[] sums)
    {
        var bits = 0;
        for (var y = 0; y < sums.Length; y++)
        {
            bits |= sums[y] > 0 ? 1 << y : 0;
        }
        return (byte)bits;
    }

    private static long[][] Columns(int number, int rows) =>
        [.. Enumerable.Range(0, number).Select(_ => new long[rows])];
}
