using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Scoring;
using Xunit;
using static Karvan.Rules.Tests.Scoring.SmallBook;

namespace Karvan.Rules.Tests.Scoring;

/// <summary>However many items a firm has, all of them count and are told.</summary>
public sealed class ManyItemsTests
{
    private const string Banded = "B2.4";
    private const string Counted = "B2.5";

    /// <summary>Edges past what a byte holds, and 0.01 points an item up to 5.</summary>
    private static readonly Rulebook Book = With(
        ("[[1, 2], [3, 5]]", "[[1, 2], [252, 3], [253, 3.25], [300, 4], [40_000, 5]]"),
        ("each: 2.5}", "each: 0.01}")
    );

    [Theory]
    [InlineData(251, 200, 251)]
    [InlineData(252, 300, 252)]
    [InlineData(253, 325, 253)]
    [InlineData(254, 325, 254)]
    [InlineData(299, 325, 299)]
    [InlineData(300, 400, 300)]
    [InlineData(499, 400, 499)]
    [InlineData(500, 400, 500)]
    [InlineData(501, 400, 500)]
    [InlineData(39_999, 400, 500)]
    [InlineData(40_000, 500, 500)]
    public void Every_item_counts(int items, int banded, int counted)
    {
        var sheet = ScoreSheet.Score(Book, FactsOf(Book, 3, Rows(1, items)));

        Check(sheet, items, banded, counted);
    }

    /// <summary>One more and one less, by decisions.</summary>
    [Fact]
    public void Every_item_counts_after_decisions()
    {
        var sheet = ScoreSheet.Score(Book, FactsOf(Book, 3, Rows(1, 300)));
        foreach (
            var (items, banded, counted) in ((int, int, int)[])
                [(299, 325, 299), (253, 325, 253), (252, 300, 252), (300, 400, 300), (7, 200, 7)]
        )
        {
            var rows = Rows(1, items);
            foreach (var place in (int[])[Place(Book, Banded), Place(Book, Counted)])
            {
                sheet.Decide(1, place, [.. rows.Where(r => r.Criterion == place)]);
            }
            Check(sheet, items, banded, counted);
        }
    }

    /// <summary>The same evidence under other points: the count is carried over whole.</summary>
    [Fact]
    public void Every_item_counts_after_rescoring()
    {
        var other = With(
            ("[[1, 2], [3, 5]]", "[[1, 0], [301, 1], [302, 5]]"),
            ("each: 2.5}", "each: 0.02}")
        );

        var sheet = ScoreSheet.Score(Book, FactsOf(Book, 3, Rows(1, 240))).Rescore(other);
        Check(sheet, 240, 0, 480);
        sheet = ScoreSheet.Score(Book, FactsOf(Book, 3, Rows(1, 301))).Rescore(other);
        Check(sheet, 301, 100, 500);
        sheet = ScoreSheet.Score(Book, FactsOf(Book, 3, Rows(1, 302))).Rescore(other);
        Check(sheet, 302, 500, 500);
    }

    /// <summary>250 × 90,000.00 points are more hundredths than 31 bits hold.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(250)]
    [InlineData(300)]
    public void Points_of_many_items_do_not_run_over(int items)
    {
        var book = With(
            ("max: 5,\n     kind: count", "max: 90_000,\n     kind: count"),
            ("each: 2.5}", "each: 90_000}"),
            ("{id: B2, max: 30", "{id: B2, max: 90_025"),
            ("total: 100\n", "total: 90_095\n")
        );

        var sheet = ScoreSheet.Score(book, FactsOf(book, 2, Rows(1, items)));

        Assert.Equal(90_000m, Points(sheet, Counted, 1));
        Assert.Equal(ScoreState.Scored, State(sheet, Counted, 1));
    }

    private static EvidenceRow[] Rows(int firm, int items) =>
        [
            .. Enumerable.Range(0, items).Select(i => Row(Book, firm, Banded, $"item {i}")),
            .. Enumerable.Range(0, items).Select(i => Row(Book, firm, Counted, $"item {i}")),
            // The same things once more count no more.
            .. Enumerable.Range(0, items / 2).Select(i => Row(Book, firm, Counted, $"item {i}")),
        ];

    /// <param name="banded">Hundredths of a point, as <paramref name="counted"/>.</param>
    private static void Check(ScoreSheet sheet, int items, int banded, int counted)
    {
        Assert.Equal(banded / 100m, Points(sheet, Banded, 1));
        Assert.Equal(counted / 100m, Points(sheet, Counted, 1));
        Assert.Equal(banded + counted, sheet.Totals[1]);
        Assert.Equal([0, 0], [sheet.Totals[0], sheet.Totals[2]]);
        foreach (var criterion in (string[])[Banded, Counted])
        {
            var told = Explain(sheet, criterion, 1);
            Assert.Equal(items, told.Value);
            Assert.Equal(items, told.Items.Count);
        }
        var band = Explain(sheet, Banded, 1).Band!;
        Assert.Equal(banded / 100m, band.Points);
        Assert.True(band.From <= items && (band.To is null || items < band.To));
    }
}
