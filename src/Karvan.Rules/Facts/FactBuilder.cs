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
    /// <exception cref="OverflowException">A sum passes what 64 bits hold.</exception>
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
                if (line.Flow is TradeFlow.Import)
                {
                    imports[year][firm] = checked(imports[year][firm] + line.ValueCents);
                    continue;
                }
                exports[year][firm] = checked(exports[year][firm] + line.ValueCents);
                grams[year][firm] = checked(grams[year][firm] + line.WeightGrams);
                if (!countries.TryGetValue(line.Country, out var sums))
                {
                    countries[line.Country] = sums = (new long[years], new long[years]);
                }
                sums.All[year] += line.ValueCents;
                sums.InGroup[year] += InGroup(book, exporter, line.Hs6) ? line.ValueCents : 0;
                for (var k = 0; k < plan.ClassSums.Count; k++)
                {
                    var key = plan.ClassSums[k];
                    if (key.Years.Contains(year))
                    {
                        classCents[k][key.Table.ClassOfCode(key.Edition)[line.Hs6]][firm] +=
                            line.ValueCents;
                    }
                }
            }
            foreach (var (country, sums) in countries.Where(c => Years(c.Value.All) != 0))
            {
                var values = plan.MarketValues.Select(k =>
                    k.Years.Indexes.Sum(y => (k.ProductGroupOnly ? sums.InGroup : sums.All)[y])
                );
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
            MarketCents =
            [
                .. plan.MarketValues.Select((_, k) => rows.Select(r => r.Values[k]).ToArray()),
            ],
        };
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
