using Karvan.Rules.Explanations;
using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;
using Xunit;

namespace Karvan.Cli.Tests.Scoring;

/// <summary>What an exporter is told it may still export, by hand: just that much earns the points, a cent less does not.</summary>
public sealed class NextExportsTests
{
    private const long Half = Firms.RatioOne / 2;
    private const decimal Cent = 0.01m;

    /// <summary>60 % of 500,000 is 300,000; 200,000 to the next band, and 200,000 ÷ 60 % = 333,333.33…</summary>
    [Fact]
    public void A_mean_rises_by_the_last_years_weight() =>
        Check("R4.3", [Exports(1401, 500_000)], 333_333.34m, 15);

    /// <summary>60 % of 500,000 and 10 % of 200,000 are 320,000; 180,000 ÷ 60 % = 300,000.</summary>
    [Theory]
    [InlineData("lower", 300_000_00)]
    [InlineData("upper", 300_000_01)]
    public void An_edge_is_reached_to_the_cent(string bounds, int cents) =>
        Check(
            "R4.3",
            [Exports(1401, 500_000), Exports(1399, 200_000)],
            cents * Cent,
            15,
            ("value-bounds", bounds)
        );

    /// <summary>100,000 ÷ 60 % = 166,666.66…</summary>
    [Fact]
    public void Nothing_exported_yet() => Check("R4.3", [], 166_666.67m, 10);

    /// <summary>10 % of 500,000 is 50,000; 50,000 to the first band, and 50,000 ÷ 10 % = 500,000.</summary>
    [Fact]
    public void The_last_year_may_weigh_least() =>
        Check("R4.3", [Exports(1401, 500_000)], 500_000, 10, ("weight-order", "oldest-first"));

    /// <summary>60 % of 100 less 30 % of 1,000 is −240, and 240 ÷ 60 % = 400: above zero with one cent more.</summary>
    [Fact]
    public void Net_trade_rises_above_zero() =>
        Check("R4.1", [Exports(1401, 100), Firms.Import(1400, 1000)], 400.01m, 20);

    /// <summary>60 % of 100 less 1,000 is −940, and 940 ÷ 60 % = 1,566.66…</summary>
    [Fact]
    public void Imports_may_have_weights_of_their_own() =>
        Check(
            "R4.1",
            [Exports(1401, 100), Firms.Import(1401, 1000)],
            1_566.67m,
            20,
            ("net-trade", "last-year-imports")
        );

    /// <summary>100 less 1,000 is −900, a third of which has no end in decimals: above zero with 900.01.</summary>
    [Fact]
    public void A_simple_mean_rises_above_zero() =>
        Check(
            "R4.1",
            [Exports(1401, 100), Firms.Import(1400, 1000)],
            900.01m,
            20,
            ("net-trade", "simple-mean")
        );

    [Fact]
    public void The_value_of_three_years_rises_by_all_of_it() =>
        Check("R4.2", [Exports(1400, 99_999.99m)], Cent, 5, ("value-title", "three-years"));

    [Fact]
    public void Net_trade_of_nothing() => Check("R4.1", [], Cent, 20);

    /// <summary>Half of the currency is returned: half of the 20 points.</summary>
    [Fact]
    public void Points_by_the_return_of_currency_are_told_as_they_will_be() =>
        Check(
            "R4.1",
            [Exports(1401, 100), Firms.Import(1400, 1000)],
            400.01m,
            10,
            ("net-trade", "fx-share")
        );

    [Theory]
    [InlineData("lower", 99_999_99)]
    [InlineData("upper", 100_000_00)]
    public void The_last_years_value_rises_by_all_of_it(string bounds, int cents) =>
        Check("R4.2", [Exports(1401, cents * Cent)], Cent, 5, ("value-bounds", bounds));

    [Fact]
    public void The_year_is_told_in_both_languages()
    {
        var book = Repository.Book1402;
        IReadOnlyList<TradeLine> lines = [Exports(1401, 500_000)];

        Assert.Equal(
            "333,333.34 USD more exports in 1401 bring the score to 15",
            Told(book, "R4.3", lines, Wording.English)
        );
        Assert.Equal(
            "۳۳۳٬۳۳۳٫۳۴ دلار صادرات بیشتر در سال ۱۴۰۱، امتیاز را به ۱۵ می‌رساند",
            Told(book, "R4.3", lines, Wording.Persian)
        );
    }

    private static void Check(
        string criterion,
        IReadOnlyList<TradeLine> lines,
        decimal usd,
        decimal points,
        params (string, string)[] choices
    )
    {
        var book = Repository.Book(choices);
        var (amount, score) = (Wording.English.Number(usd), Wording.English.Number(points));
        Assert.Equal(
            $"{amount} USD more exports in 1401 bring the score to {score}",
            Told(book, criterion, lines, Wording.English)
        );
        Assert.Equal(points, Points(book, criterion, [.. lines, Exports(1401, usd)]));
        Assert.Equal(
            Points(book, criterion, lines),
            Points(book, criterion, [.. lines, Exports(1401, usd - Cent)])
        );
    }

    private static string Told(
        Rulebook book,
        string id,
        IReadOnlyList<TradeLine> lines,
        Wording words
    )
    {
        var card = Firms.Explain(Firms.Score(book, Half, lines));
        var (criterion, row) = (book.Criterion(id), card.Criteria.First(c => c.Id == id));
        return new CriterionWords(book, words).Next(
            criterion,
            NextStep.Of(book, criterion, row, card.Facts)
        );
    }

    private static decimal Points(
        Rulebook book,
        string criterion,
        IReadOnlyList<TradeLine> lines
    ) => Firms.Points(Firms.Score(book, Half, lines), criterion);

    private static TradeLine Exports(int year, decimal usd) => Firms.Export(year, usd, 1);
}
