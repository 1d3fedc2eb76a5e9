using Karvan.Rules.Facts;
using Karvan.Trade.Declarations;
using Karvan.Trade.Fields;
using Karvan.Trade.Sources;
using Xunit;

namespace Karvan.Trade.Tests.AddingUp;

/// <summary>Duplicates, conflicts and sums against a LINQ group-by in decimal.</summary>
public sealed class AgainstLinqTests
{
    [Theory]
    [InlineData(1, 1, 600L << 20, 1 << 19)]
    [InlineData(2, 2, 0L, 400)]
    [InlineData(3, 3, 50_000L, 5000)]
    [InlineData(4, 8, 200_000L, 1 << 16)]
    public void Lines_with_many_repeats(int seed, int threads, long memory, int block)
    {
        using var scratch = new TradeBook();
        var drawn = new RandomLines(seed);
        drawn.Draw(firms: 1200, lines: 20_000, keys: 6000, files: 3);
        drawn.Write(scratch.Folder);
        using var read = TradeInput.Read(
            InputFolder.Find(scratch.Folder),
            TradeBook.Book,
            FactPlan.For(TradeBook.Book),
            new ReadingOptions(threads, memory, block),
            null,
            TestContext.Current.CancellationToken
        );

        var groups = drawn.All.GroupBy(l => l.Key).ToList();
        var good = groups.Where(g => g.Distinct().Count() == 1).ToList();
        var conflicts = groups.Except(good).Sum(g => g.Count());
        var used = good.Select(g => g.First()).Where(l => !l.OtherYear).ToList();
        var declarations = read.Tallies.Skip(1).SkipLast(2).ToList();
        Assert.True(
            conflicts > 500 && good.Count > 500,
            $"{conflicts} conflicts, {good.Count} good keys"
        );
        Assert.Equal(drawn.All.Count(), declarations.Sum(t => t.Read));
        Assert.Equal(used.Count, declarations.Sum(t => t.Accepted));
        Assert.Equal(good.Sum(g => g.Count() - 1), declarations.Sum(t => t.Duplicates));
        Assert.Equal(good.Count(g => g.First().OtherYear), declarations.Sum(t => t.OtherYear));
        Assert.Equal(conflicts, declarations.Sum(t => t[Fault.Conflict]));
        Assert.Equal(conflicts, declarations.Sum(t => t.Rejected));
        Assert.Equal(conflicts, read.Log.InOrder().Count());
        Assert.All(
            declarations,
            t => Assert.Equal(t.Read, t.Accepted + t.Rejected + t.Duplicates + t.OtherYear)
        );
        CompareSums(read.Facts, used);
    }

    private static void CompareSums(ExporterFacts facts, List<SaidLine> used)
    {
        var byFirm = used.ToLookup(l => l.Exporter, StringComparer.Ordinal);
        for (var firm = 0; firm < facts.Roster.Count; firm++)
        {
            var lines = byFirm[facts.Roster.Exporters[firm].Id].ToList();
            var exports = lines.Where(l => l.Flow == "export").ToList();
            for (var y = 0; y < 5; y++)
            {
                Assert.Equal(
                    exports.Where(l => l.Year == 1397 + y).Sum(l => l.Usd),
                    facts.Trade.ExportCents[y][firm] / 100m
                );
                Assert.Equal(
                    exports.Where(l => l.Year == 1397 + y).Sum(l => l.Kg),
                    facts.Trade.ExportGrams[y][firm] / 1000m
                );
                Assert.Equal(
                    lines.Where(l => l.Flow == "import" && l.Year == 1397 + y).Sum(l => l.Usd),
                    facts.Trade.ImportCents[y][firm] / 100m
                );
            }
            var countries = exports
                .Where(l => l.Usd > 0)
                .GroupBy(l => l.Country, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => (g.Key, g.Aggregate(0, (bits, l) => bits | 1 << (l.Year - 1397))));
            var found = Enumerable
                .Range(facts.Trade.CountryStart[firm], facts.Trade.CountriesOf(firm).Length)
                .Select(row =>
                    (
                        Rules.Reference.ReferenceTable.Countries.Rows[facts.Trade.Country[row]].Id,
                        (int)facts.Trade.YearsAll[row]
                    )
                )
                .OrderBy(r => r.Item1, StringComparer.Ordinal);
            Assert.Equal(countries, found);
            var lastYear = exports.Where(l => l.Year == 1401).Sum(l => l.Usd);
            Assert.Equal(lastYear, facts.Trade.ClassCents[0].Sum(c => c[firm]) / 100m);
        }
    }
}
