using Karvan.Rules.Explanations;
using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;
using Xunit;

namespace Karvan.Cli.Tests.Scoring;

/// <summary>What a score card promises comes true: the promised change is made, and the firm is scored again.</summary>
public sealed class NextStepTests
{
    private const int Seed = 20_22;
    private const decimal Cent = 0.01m;

    private static readonly int[] Window = [1399, 1400, 1401];

    [Theory]
    [InlineData("R4.2", "value-bounds", "lower")]
    [InlineData("R4.2", "value-bounds", "upper")]
    [InlineData("R4.3", "value-bounds", "lower")]
    [InlineData("R4.3", "value-bounds", "upper")]
    [InlineData("R4.3", "weight-order", "oldest-first")]
    [InlineData("R4.1", "net-trade", "per-year")]
    [InlineData("R4.1", "net-trade", "last-year-imports")]
    [InlineData("R4.1", "weight-order", "oldest-first")]
    public void So_many_more_exports_give_the_next_points_and_a_cent_less_does_not(
        string criterion,
        string reading,
        string choice
    )
    {
        var kept = Promises(
            Repository.Book((reading, choice)),
            criterion,
            (step, lines, book) =>
            {
                var (usd, year, points) = (MoreExports)step;
                Assert.Equal(points, Rescored(book, criterion, [.. lines, Value(year, usd)]));
                Assert.Equal(
                    Rescored(book, criterion, lines),
                    Rescored(book, criterion, [.. lines, Value(year, usd - Cent)])
                );
            }
        );
        Assert.True(kept > 30, $"{kept} promises");
    }

    /// <summary>With the reading that gives 20 × the ratio, here a half, ten points are promised and given.</summary>
    [Fact]
    public void More_exports_or_a_higher_return_give_points_by_the_return()
    {
        var kept = Promises(
            Repository.Book(("net-trade", "fx-share")),
            "R4.1",
            (step, lines, book) =>
            {
                if (step is HigherReturn)
                {
                    Assert.Equal(10, Rescored(book, "R4.1", lines));
                    return;
                }
                var (usd, year, points) = (MoreExports)step;
                Assert.Equal(10, points);
                Assert.Equal(10, Rescored(book, "R4.1", [.. lines, Value(year, usd)]));
            }
        );
        Assert.Equal(200, kept);
    }

    [Theory]
    [InlineData("steps")]
    [InlineData("linear")]
    public void More_value_at_the_same_weight_gives_the_next_points(string choice)
    {
        var kept = Promises(
            Repository.Book(("value-to-weight", choice)),
            "R3.2",
            (step, lines, book) =>
            {
                if (step is MoreValuePerWeight { MissingUsd: null } first)
                {
                    var weighed = Firms.Export(1401, first.UsdPerKg * 1000, 1000);
                    Assert.Equal(first.Points, Rescored(book, "R3.2", [.. lines, weighed]));
                }
                else if (step is MoreValuePerWeight { MissingUsd: { } missing } more)
                {
                    var enough = CentsAbove(missing, more.Beyond);
                    var points = Rescored(book, "R3.2", [.. lines, Value(1401, enough)]);
                    // A cent more than a straight line asks for may already be a hundredth further on it.
                    Assert.InRange(points, more.Points, more.Points + (choice == "linear" ? 1 : 0));
                    if (enough > Cent)
                    {
                        Assert.True(
                            more.Points
                                >= Rescored(book, "R3.2", [.. lines, Value(1401, enough - Cent)])
                        );
                    }
                }
            }
        );
        Assert.True(kept > 100, $"{kept} promises");
    }

    /// <summary>Japan is a new country to all firms and Qatar a new priority market.</summary>
    [Theory]
    [InlineData("R1.1", "JP", "target-country-action", "any-country")]
    [InlineData("R1.1", "JP", "target-country-action", "per-country")]
    [InlineData("R1.1", "QA", "target-country-action", "priority-country")]
    [InlineData("R2.1", "QA", "priority-markets", "five-each")]
    [InlineData("R2.2", "JP", "priority-markets", "five-each")]
    public void One_more_country_gives_so_many_points_more(
        string criterion,
        string country,
        string reading,
        string choice
    )
    {
        var kept = Promises(
            Repository.Book((reading, choice)),
            criterion,
            (step, lines, book) =>
                Assert.Equal(
                    Rescored(book, criterion, lines) + ((OneMore)step).Gain,
                    Rescored(book, criterion, [.. lines, Firms.Export(1401, 1, 1, country)])
                )
        );
        Assert.True(kept > 50, $"{kept} promises");
    }

    [Fact]
    public void Nothing_is_promised_beyond_the_maximum()
    {
        string[] priority = ["QA", "SY", "LB", "KW", "RU", "TM", "TJ", "GE", "UZ", "PK"];
        var lines =
            from year in Window
            from country in priority
            select Firms.Export(year, 2_000_000_000, 1000, country, 284410);
        var book = Repository.Book1402;
        var card = Firms.Explain(Firms.Score(book, Firms.RatioOne, [.. lines]));
        foreach (var id in new[] { "R1.1", "R1.2", "R2.1", "R3.1", "R3.2", "R4.1", "R4.2", "R4.3" })
        {
            var row = card.Criteria.First(c => c.Id == id);
            Assert.Equal(row.Of, row.Points);
            Assert.IsType<NothingMore>(NextStep.Of(book, book.Criterion(id), row, card.Facts));
        }
    }

    private static int Promises(
        Rulebook book,
        string criterion,
        Action<NextStep, IReadOnlyList<TradeLine>, Rulebook> keep
    )
    {
        var random = new Random(Seed);
        var kept = 0;
        for (var i = 0; i < 200; i++)
        {
            var lines = RandomFirm.Lines(random);
            var card = Firms.Explain(Firms.Score(book, Firms.RatioOne / 2, lines));
            var row = card.Criteria.First(c => c.Id == criterion);
            var step = NextStep.Of(book, book.Criterion(criterion), row, card.Facts);
            if (step is NothingMore)
            {
                Assert.Equal(row.Of, row.Points);
                continue;
            }
            kept++;
            var failure = Record.Exception(() => keep(step, lines, book));
            Assert.True(
                failure is null,
                $"seed {Seed}, firm {i}, {row.Points} points of {criterion}, {step}\n{string.Join('\n', lines)}\n{failure}"
            );
        }
        return kept;
    }

    private static decimal Rescored(
        Rulebook book,
        string criterion,
        IReadOnlyList<TradeLine> lines
    ) => Firms.Points(Firms.Score(book, Firms.RatioOne / 2, lines), criterion);

    private static TradeLine Value(int year, decimal usd) => Firms.Export(year, usd, 0);

    /// <summary>The first whole cent at or (if that is asked) beyond an amount.</summary>
    private static decimal CentsAbove(decimal usd, bool beyond)
    {
        var cents = decimal.Ceiling(usd * 100) / 100;
        return beyond && cents == usd ? cents + Cent : cents;
    }
}
