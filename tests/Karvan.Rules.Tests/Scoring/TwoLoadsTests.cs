using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Scoring;
using Karvan.Rules.Tests.Loading;
using Xunit;

namespace Karvan.Rules.Tests.Scoring;

/// <summary>A book loaded again is the same book: facts added up under one load serve the other.</summary>
public sealed class TwoLoadsTests
{
    private const int LastYear = 1401;

    /// <summary>Scales: a good of medium technology (70 %).</summary>
    private const int Scales = 842320;

    /// <summary>In no row of the table: primary (10 %).</summary>
    private const int NoSuchCode = 999999;

    /// <summary>20 × (0.6 × 70 % + 0.4 × 10 %) = 9.20.</summary>
    [Fact]
    public void Facts_of_one_load_are_scored_under_the_other()
    {
        var facts = Facts(Shipped());

        Assert.Equal(9.20m, TechnologyPoints(ScoreSheet.Score(Shipped(), facts)));
    }

    /// <summary>The largest share is that of the scales: 20 × 70 %.</summary>
    [Fact]
    public void Another_load_with_another_answer_is_rescored()
    {
        var book = Shipped();

        var sheet = ScoreSheet
            .Score(book, Facts(book))
            .Rescore(Shipped(("technology-share", "largest-band")));

        Assert.Equal(14.00m, TechnologyPoints(sheet));
        Assert.Equal(9.20m, TechnologyPoints(sheet.Rescore(Shipped())));
    }

    /// <summary>Two editions of the table behind one criterion, each with sums of its own.</summary>
    [Fact]
    public void A_plan_for_two_loads_holds_equal_tables_once()
    {
        var plan = FactPlan.For(
            Shipped(),
            Shipped(),
            Shipped(("technology-edition", "lall-2000")),
            Shipped(("technology-edition", "lall-2000"))
        );

        Assert.Equal([0, 1], plan.ClassSums.Select(k => k.Edition));
    }

    private static Rulebook Shipped(params (string, string)[] choices)
    {
        var load = Repository.LoadShipped(Repository.ShippedText, choices);
        Assert.Empty(load.Problems);
        return load.Rulebook!;
    }

    private static ExporterFacts Facts(Rulebook book) =>
        SmallBook.FactsOf(
            book,
            [
                [Export(Scales, 60), Export(NoSuchCode, 40)],
            ]
        );

    private static TradeLine Export(int hs6, int usd) =>
        new(TradeFlow.Export, LastYear, "DE", hs6, usd * 100, 1);

    private static decimal TechnologyPoints(ScoreSheet sheet) => SmallBook.Points(sheet, "R3.1");
}
