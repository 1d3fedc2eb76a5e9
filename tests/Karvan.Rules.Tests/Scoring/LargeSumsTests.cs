using Karvan.Rules.Facts;
using Karvan.Rules.Scoring;
using Xunit;
using static Karvan.Rules.Tests.Scoring.SmallBook;

namespace Karvan.Rules.Tests.Scoring;

/// <summary>Sums over several years may pass 64 bits though each year's sum does not: then they are exact, or refused.</summary>
public sealed class LargeSumsTests
{
    private const long Quarter = 1L << 62;

    /// <summary>In the table of the small book: high technology.</summary>
    private const int Reactor = 840110;

    /// <summary>One third of the value to a country that counts (100 %), two thirds to others (12.5 %): 10 × 5 ÷ 12.</summary>
    [Fact]
    public void Values_of_markets_over_several_years_are_exact()
    {
        var book = With(
            ("goods: product-group, years: [last]", "goods: product-group, years: [window]"),
            ("other: 12.5}, take: largest", "other: 12.5}, take: weighted")
        );
        var facts = FactsOf(
            book,
            [
                [
                    Export(Last - 4, "AF", 1),
                    Export(Last - 3, "AF", 1),
                    Export(Last, "AF", Quarter),
                    Export(Last - 1, "DE", Quarter),
                    Export(Last - 2, "FR", Quarter),
                ],
            ]
        );

        var sheet = ScoreSheet.Score(book, facts);

        Assert.Equal(4.17m, Points(sheet, "B1.6"));
        Assert.Equal(0.416666m, Explain(sheet, "B1.6").Value);
    }

    [Fact]
    public void Values_of_one_market_past_64_bits_are_refused()
    {
        var book = With(
            ("goods: product-group, years: [last]", "goods: product-group, years: [window]")
        );

        AssertRefused(
            () =>
                FactsOf(
                    book,
                    [
                        [],
                        [Export(Last, "DE", Quarter), Export(Last - 1, "DE", Quarter)],
                    ]
                ),
            $"{Id(1)}: found exports to DE in several years that add up to more than {long.MaxValue} cents"
        );
    }

    [Fact]
    public void Values_of_one_class_past_64_bits_are_refused()
    {
        var book = With(("edition: first, years: [last]", "edition: first, years: [window]"));

        AssertRefused(
            () =>
                FactsOf(
                    book,
                    [
                        [],
                        [Export(Last, "DE", Quarter), Export(Last - 1, "FR", Quarter)],
                    ]
                ),
            $"{Id(1)}: found exports of the class goods/high in several years that add up to more than {long.MaxValue} cents"
        );
    }

    [Theory]
    [InlineData(TradeFlow.Export, Quarter, 1, "exports in 1401", "cents")]
    [InlineData(TradeFlow.Import, Quarter, 1, "imports in 1401", "cents")]
    [InlineData(TradeFlow.Export, 1, Quarter, "net weight of exports in 1401", "grams")]
    public void A_year_past_64_bits_is_refused(
        TradeFlow flow,
        long cents,
        long grams,
        string what,
        string unit
    )
    {
        var line = new TradeLine(flow, Last, "DE", Reactor, cents, grams);

        AssertRefused(
            () =>
                FactsOf(
                    With(),
                    [
                        [line],
                        [line, line],
                    ]
                ),
            $"{Id(1)}: found {what} that add up to more than {long.MaxValue} {unit}"
        );
    }

    [Fact]
    public void A_weight_of_several_years_past_64_bits_is_refused()
    {
        var heavy = new TradeLine(TradeFlow.Export, Last, "DE", Reactor, 1, Quarter);
        var facts = FactsOf(
            With(),
            [
                [],
                [heavy, heavy with { SolarYear = Last - 1 }],
            ]
        );

        AssertRefused(
            () => ScoreSheet.Score(With(), facts),
            $"found exports of one exporter in several years whose net weights add up to more than {long.MaxValue} grams"
        );
    }

    private static TradeLine Export(int year, string country, long cents) =>
        new(TradeFlow.Export, year, country, Reactor, cents, 1);

    private static void AssertRefused(Action sum, string message)
    {
        var refusal = Assert.ThrowsAny<OverflowException>(sum);
        Assert.StartsWith(message, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(
            ", expected sums that can be held exactly",
            refusal.Message,
            StringComparison.Ordinal
        );
    }
}
