using System.Numerics;
using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Scoring;
using Xunit;
using static Karvan.Rules.Tests.Scoring.SmallBook;

namespace Karvan.Rules.Tests.Scoring;

/// <summary>Exporters of a province held against each other: exact, alike in any order, and anew after a decision.</summary>
public sealed class ComparisonTests
{
    private const string Marketing = "B2.5";
    private const string Value = "B1.1";
    private const string PerWeight = "B1.2";

    private static readonly Rulebook Book = With(
        (
            "{distinct: item-and-country, items: [fair, licensing]}}, each: 2.5}",
            "{distinct: item-and-country, items: [fair, licensing]}}}"
        ),
        (
            "kind: count, measure: {evidence: {distinct: item-and-country",
            "kind: relative, measure: {evidence: {distinct: item-and-country"
        ),
        (
            "    kind: bands\n    measure: {export-value: {years: [last]}}\n    unit: USD\n    boundary: lower\n    interpolation: step\n    below: 0\n    bands:\n      - [100_000, 500_000, 5]\n      - [500_000, 1_000_000, 10]\n      - [1_000_000, null, 20]\n",
            "    kind: relative\n    measure: {export-value: {years: [last]}}\n"
        ),
        (
            "kind: bands, measure: {value-per-weight: {years: [window]}}, unit: USD/kg, boundary: upper, interpolation: linear,\n     below: 0, bands: [[0.50, 0], [2.5, 10]]}",
            "kind: relative, measure: {value-per-weight: {years: [window]}}}"
        ),
        (
            "others: {upper: {answer: {fa: بازهٔ پایین‌تر, en: The lower one}, changes: [{set: criteria.B1.1.boundary, to: upper}]}}",
            "others: {}"
        )
    );

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Points_are_the_part_of_the_best_rounded_once(int seed)
    {
        var random = new Random(seed);
        // The largest sums that are held: their products pass 128 bits.
        IReadOnlyList<TradeLine>[] firms =
        [
            .. Enumerable
                .Range(0, 40)
                .Select(_ =>
                    (IReadOnlyList<TradeLine>)
                        [
                            new TradeLine(
                                TradeFlow.Export,
                                Last,
                                "DE",
                                392410,
                                random.Next(4) == 0 ? 0 : random.NextInt64(1, long.MaxValue),
                                random.Next(4) == 0 ? 7 : random.NextInt64(1, long.MaxValue)
                            ),
                        ]
                ),
        ];

        var sheet = ScoreSheet.Score(Book, FactsOf(Book, firms));

        var lines = firms.Select(f => f[0]).ToList();
        foreach (var (line, firm) in lines.Select((l, i) => (l, i)))
        {
            var most = lines.Max(l => l.ValueCents);
            Assert.Equal(
                HalfEven(2000 * (BigInteger)line.ValueCents, most),
                Points(sheet, Value, firm)
            );
            var best = lines.Aggregate(
                (a, b) =>
                    (BigInteger)b.ValueCents * a.WeightGrams
                    > (BigInteger)a.ValueCents * b.WeightGrams
                        ? b
                        : a
            );
            Assert.Equal(
                HalfEven(
                    1000 * (BigInteger)line.ValueCents * best.WeightGrams,
                    (BigInteger)line.WeightGrams * best.ValueCents
                ),
                Points(sheet, PerWeight, firm)
            );
        }
    }

    [Fact]
    public void Value_without_weight_is_no_data_and_no_standard()
    {
        var sheet = ScoreSheet.Score(Book, Firms(Line(500, 0), Line(100, 100), null));

        Assert.Equal(
            [ScoreState.NoData, ScoreState.Scored, ScoreState.Zero],
            Enumerable.Range(0, 3).Select(f => State(sheet, PerWeight, f))
        );
        Assert.Equal(
            [0m, 10m, 0m],
            Enumerable.Range(0, 3).Select(f => Points(sheet, PerWeight, f))
        );
    }

    [Fact]
    public void Two_may_be_the_best_and_nobody_may_have_anything()
    {
        var two = ScoreSheet.Score(Book, Firms(Line(300, 1), Line(300, 1), Line(100, 1)));
        Assert.Equal([20m, 20m, 6.67m], Enumerable.Range(0, 3).Select(f => Points(two, Value, f)));

        var none = ScoreSheet.Score(Book, Firms(null, null));
        Assert.All([0, 1], f => Assert.Equal(0m, Points(none, Value, f)));
        Assert.All([0, 1], f => Assert.Equal(ScoreState.Zero, State(none, Value, f)));
        Assert.Equal(ScoreState.NotClaimed, State(none, Marketing));
    }

    [Fact]
    public void A_decision_on_one_firm_moves_the_points_of_others()
    {
        var sheet = ScoreSheet.Score(
            Book,
            FactsOf(Book, 3, Row(Book, 0, Marketing, "fair"), Row(Book, 1, Marketing, "fair"))
        );
        Assert.Equal([500, 500, 0], sheet.Totals);

        Decide(sheet, 2, "AT", "DE", "FR", "IQ");
        Assert.Equal(
            [1.25m, 1.25m, 5m],
            Enumerable.Range(0, 3).Select(f => Points(sheet, Marketing, f))
        );
        Assert.Equal([125, 125, 500], sheet.Totals);

        Decide(sheet, 2);
        Assert.Equal([500, 500, 0], sheet.Totals);
        Assert.Equal(ScoreState.NotClaimed, State(sheet, Marketing, 2));
    }

    /// <summary>Any decisions in any order leave what scoring the decided evidence anew gives.</summary>
    [Fact]
    public void Decisions_leave_what_scoring_anew_gives()
    {
        var random = new Random(7);
        var sheet = ScoreSheet.Score(Book, FactsOf(Book, 6));
        string[] countries = ["AT", "DE", "FR", "IQ", "AF"];
        for (var i = 0; i < 60; i++)
        {
            Decide(sheet, random.Next(6), countries[..random.Next(countries.Length + 1)]);
            var fresh = ScoreSheet.Score(Book, sheet.Facts);
            Assert.Equal(fresh.Totals, sheet.Totals);
        }
    }

    [Fact]
    public void A_changed_book_is_scored_anew_with_the_decisions()
    {
        var sheet = ScoreSheet.Score(Book, FactsOf(Book, 2, Row(Book, 0, Marketing, "fair")));
        Decide(sheet, 1, "AT", "DE");

        Assert.Equal(
            [2.5m, 5m],
            Enumerable.Range(0, 2).Select(f => Points(sheet.Rescore(Book), Marketing, f))
        );
        var counted = With();
        Assert.Equal(
            [2.5m, 5m],
            Enumerable.Range(0, 2).Select(f => Points(sheet.Rescore(counted), Marketing, f))
        );
    }

    [Fact]
    public void The_best_is_explained()
    {
        var sheet = ScoreSheet.Score(Book, Firms(Line(300, 7), Line(100, 3)));

        var (value, perWeight) = (Explain(sheet, Value, 1), Explain(sheet, PerWeight, 1));

        Assert.Equal((1m, 3m), (value.Value, value.Best));
        // 3 USD ÷ 0.007 kg, cut off.
        Assert.Equal((333.333333m, 428.571428m), (perWeight.Value, perWeight.Best));
    }

    private static void Decide(ScoreSheet sheet, int firm, params string[] countries) =>
        sheet.Decide(
            firm,
            Place(sheet.Book, Marketing),
            [.. countries.Select(c => Row(sheet.Book, firm, Marketing, "fair", c))]
        );

    /// <summary>A firm a line; one without exports for null.</summary>
    private static ExporterFacts Firms(params TradeLine?[] lines) =>
        FactsOf(Book, [.. lines.Select(l => l is null ? [] : (IReadOnlyList<TradeLine>)[l])]);

    private static TradeLine Line(long cents, long grams) =>
        new(TradeFlow.Export, Last, "DE", 392410, cents, grams);

    private static decimal HalfEven(BigInteger above, BigInteger below)
    {
        var whole = BigInteger.DivRem(above, below, out var rest);
        var up = 2 * rest > below || (2 * rest == below && !whole.IsEven);
        return (decimal)(up ? whole + 1 : whole) / 100;
    }
}
