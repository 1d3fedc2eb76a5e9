using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;
using Karvan.Trade.AddingUp;
using Karvan.Trade.Files;
using Xunit;

namespace Karvan.Trade.Tests.AddingUp;

/// <summary>Sums that 64 bits do not hold are refused, whichever of the sums it is.</summary>
public sealed class LineSumsTests
{
    private const long MostCents = 1_000_000_000_000;
    private const int BlockLines = 100_000;

    private static readonly Roster One = Roster.Of([new Exporter("10380284790", "", "03", -1)]);

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 2)]
    public void A_year_beyond_64_bits_is_refused(bool import, int year)
    {
        // 9,223,372 lines of 10¹² cents are the most that fit: 92 blocks of 10⁵ are fewer, 93 are more.
        var sums = new LineSums(TradeBook.Book, FactPlan.For(TradeBook.Book), One);
        sums.Add(0, Lines(import, 92, year), []);
        Assert.Equal(
            92 * BlockLines * MostCents,
            (import ? sums.Finish().ImportCents : sums.Finish().ExportCents)[year][0]
        );
        var more = new LineSums(TradeBook.Book, FactPlan.For(TradeBook.Book), One);
        var refused = Assert.Throws<UnusableInputException>(() =>
            more.Add(0, Lines(import, 93, year), [])
        );
        Assert.Contains("10380284790 in 1399", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Each year fits, all three together do not: a rulebook that asks for them together is told.</summary>
    [Fact]
    public void Classes_and_markets_of_several_years_beyond_64_bits_are_refused()
    {
        var years = new YearSet(0b11100);
        var plan = FactPlan.For(TradeBook.Book);
        var classes = plan with { ClassSums = [plan.ClassSums[0] with { Years = years }] };
        var markets = plan with
        {
            ClassSums = [],
            MarketValues = [new MarketValueKey(years, false)],
        };
        foreach (var wide in new[] { classes, markets })
        {
            var sums = new LineSums(TradeBook.Book, wide, One);
            Assert.Throws<UnusableInputException>(() =>
                sums.Add(
                    0,
                    [.. Lines(false, 40, 2), .. Lines(false, 40, 3), .. Lines(false, 40, 4)],
                    []
                )
            );
            var fitting = new LineSums(TradeBook.Book, wide, One);
            fitting.Add(
                0,
                [.. Lines(false, 30, 2), .. Lines(false, 30, 3), .. Lines(false, 30, 4)],
                []
            );
            var facts = fitting.Finish();
            var sum =
                wide == classes ? facts.ClassCents[0].Sum(c => c[0]) : facts.MarketCents[0][0];
            Assert.Equal(90 * BlockLines * MostCents, sum);
        }
    }

    [Fact]
    public void What_is_taken_out_again_leaves_nothing_behind()
    {
        var sums = new LineSums(TradeBook.Book, FactPlan.For(TradeBook.Book), One);
        var lines = Lines(false, 1, 4).First();
        sums.Add(0, [lines], lines.ToArray());
        var facts = sums.Finish();
        Assert.Equal(0, facts.ExportCents[4][0]);
        Assert.Equal(0, facts.ExportGrams[4][0]);
        Assert.Empty(facts.Country);
        Assert.All(facts.ClassCents[0], c => Assert.Equal(0, c[0]));
    }

    private static IEnumerable<ReadOnlyMemory<LineRecord>> Lines(bool import, int blocks, int year)
    {
        var block = new LineRecord[BlockLines];
        Array.Fill(block, new LineRecord(0, import, year, 1, 842320, MostCents, 1));
        return Enumerable.Repeat(new ReadOnlyMemory<LineRecord>(block), blocks);
    }
}
