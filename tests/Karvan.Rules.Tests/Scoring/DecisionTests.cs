using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Scoring;
using Xunit;
using static Karvan.Rules.Tests.Scoring.SmallBook;

namespace Karvan.Rules.Tests.Scoring;

/// <summary>A decision belongs to the sheet it was made on, and to all that is made from that sheet afterwards.</summary>
public sealed class DecisionTests
{
    private const string Membership = "B2.1";
    private const string Languages = "B2.4";
    private const string Marketing = "B2.5";

    private static readonly Rulebook Book = With();

    /// <summary>Other points for a band of exports; the criteria of evidence stay as they are.</summary>
    private static readonly Rulebook OtherBand = With(
        ("[100_000, 500_000, 5]", "[100_000, 500_000, 6]")
    );

    /// <summary>The same things counted, for fewer points.</summary>
    private static readonly Rulebook OtherPoints = With(("each: 2.5}", "each: 1}"));

    /// <summary>Languages counted once a country: all evidence of the criterion is counted anew.</summary>
    private static readonly Rulebook OtherCount = With(
        ("{distinct: item, item-codes", "{distinct: item-and-country, item-codes")
    );

    public static TheoryData<string> Changes => ["band", "points", "count"];

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_decision_on_the_first_sheet_leaves_the_second_alone(string change)
    {
        var first = ScoreSheet.Score(Book, FactsOf(Book, 3));
        var second = first.Rescore(Changed(change));

        Decide(first, 1, Marketing, "fair");

        Assert.Equal(2.50m, Points(first, Marketing, 1));
        Assert.Equal(250, first.Totals[1]);
        AssertUntouched(second, 1, Marketing);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_decision_on_the_second_sheet_leaves_the_first_alone(string change)
    {
        var first = ScoreSheet.Score(Book, FactsOf(Book, 3));
        var second = first.Rescore(Changed(change));

        Decide(second, 1, Languages, "de", "en", "fr");

        Assert.Equal(5m, Points(second, Languages, 1));
        Assert.Equal(500, second.Totals[1]);
        AssertUntouched(first, 1, Languages);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Both_sheets_keep_their_own_decisions(string change)
    {
        var first = ScoreSheet.Score(Book, FactsOf(Book, 3, Row(Book, 2, Membership, "card")));
        var second = first.Rescore(Changed(change));

        Decide(first, 0, Membership, "card");
        Decide(second, 1, Membership, "card");
        Decide(first, 2, Membership);

        Assert.Equal(
            [5m, 0m, 0m],
            Enumerable.Range(0, 3).Select(f => Points(first, Membership, f))
        );
        Assert.Equal(
            [0m, 5m, 5m],
            Enumerable.Range(0, 3).Select(f => Points(second, Membership, f))
        );
        Assert.Equal([500, 0, 0], first.Totals);
        Assert.Equal([0, 500, 500], second.Totals);
    }

    /// <summary>de in two countries and en: two languages, and three pairs of language and country.</summary>
    [Fact]
    public void A_sheet_rescored_after_a_decision_keeps_it()
    {
        var sheet = ScoreSheet.Score(Book, FactsOf(Book, 2, Row(Book, 0, Languages, "ar")));
        sheet.Decide(
            0,
            Place(Book, Languages),
            [
                Row(Book, 0, Languages, "de", "AT"),
                Row(Book, 0, Languages, "de", "DE"),
                Row(Book, 0, Languages, "en", "DE"),
            ]
        );
        Assert.Equal(2m, Points(sheet, Languages));

        Assert.Equal(5m, Points(sheet.Rescore(OtherCount), Languages));
        Assert.Equal(2m, Points(sheet.Rescore(OtherCount).Rescore(OtherBand), Languages));
        Assert.Equal(2m, Points(sheet.Rescore(OtherBand), Languages));
        var otherRounding = With(("rounding: half-even", "rounding: half-away-from-zero"));
        Assert.Equal(2m, Points(sheet.Rescore(otherRounding), Languages));
    }

    [Fact]
    public void Explanation_and_facts_tell_the_decided_evidence()
    {
        var sheet = ScoreSheet.Score(
            Book,
            FactsOf(Book, 2, Row(Book, 0, Marketing, "fair"), Row(Book, 1, Marketing, "fair"))
        );

        Decide(sheet, 0, Marketing, "licensing");

        Assert.Equal(["licensing"], Explain(sheet, Marketing).Items.Select(i => i.Item));
        Assert.Equal(["fair"], Explain(sheet, Marketing, 1).Items.Select(i => i.Item));
        Assert.Equal("licensing", Assert.Single(sheet.Facts.Evidence.Of(0).ToArray()).Item);
        Assert.Equal("fair", Assert.Single(sheet.Facts.Evidence.Of(1).ToArray()).Item);

        Decide(sheet, 0, Marketing);

        Assert.Empty(Explain(sheet, Marketing).Items);
        Assert.Equal(ScoreState.NotClaimed, State(sheet, Marketing));
        Assert.Equal(0, sheet.Facts.Evidence.Of(0).Length);
    }

    /// <summary>Rows come in any order; what is told does not depend on it.</summary>
    [Fact]
    public void Decided_rows_are_told_in_one_order()
    {
        var sheet = ScoreSheet.Score(Book, FactsOf(Book, 1));

        Decide(sheet, 0, Languages, "fr", "de", "en");

        Assert.Equal(["de", "en", "fr"], Explain(sheet, Languages).Items.Select(i => i.Item));
    }

    [Fact]
    public void Rows_of_another_firm_or_criterion_are_refused()
    {
        var sheet = ScoreSheet.Score(Book, FactsOf(Book, 2));

        Assert.Throws<ArgumentException>(() =>
            sheet.Decide(0, Place(Book, Marketing), [Row(Book, 1, Marketing, "fair")])
        );
        Assert.Throws<ArgumentException>(() =>
            sheet.Decide(0, Place(Book, Marketing), [Row(Book, 0, Membership, "fair")])
        );
        Assert.Equal([0, 0], sheet.Totals);
    }

    /// <summary>Any number of decisions and changes, on any of several sheets: each sheet is what its own evidence gives when scored afresh.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Sheets_equal_those_made_afresh(int seed)
    {
        const int Firms = 5;
        var random = new Random(seed);
        Rulebook[] books = [Book, OtherBand, OtherPoints, OtherCount];
        string[] criteria = [Membership, "B2.2", "B2.3", Languages, Marketing];
        var sheets = new List<ScoreSheet> { ScoreSheet.Score(Book, FactsOf(Book, Firms)) };
        var known = new List<Dictionary<(int, string), EvidenceRow[]>> { new() };
        for (var step = 0; step < 200; step++)
        {
            var at = random.Next(sheets.Count);
            if (random.Next(8) == 0 && sheets.Count < 6)
            {
                sheets.Add(sheets[at].Rescore(books[random.Next(books.Length)]));
                known.Add(new(known[at]));
            }
            var (firm, criterion) = (random.Next(Firms), criteria[random.Next(criteria.Length)]);
            EvidenceRow[] rows =
            [
                .. Enumerable
                    .Range(0, random.Next(4))
                    .Select(_ => RandomRow(random, firm, criterion)),
            ];
            known[at][(firm, criterion)] = rows;
            sheets[at].Decide(firm, Place(Book, criterion), rows);
        }
        for (var i = 0; i < sheets.Count; i++)
        {
            var book = sheets[i].Book;
            EvidenceRow[] rows = [.. known[i].Values.SelectMany(r => r)];
            AssertEqual(ScoreSheet.Score(book, FactsOf(book, Firms, rows)), sheets[i], criteria);
        }
    }

    private static EvidenceRow RandomRow(Random random, int firm, string criterion) =>
        Row(
            Book,
            firm,
            criterion,
            ((string[])["de", "en", "fa", "fr"])[random.Next(4)],
            ((string[])["DE", "AT"])[random.Next(2)],
            (EvidenceStatus)random.Next(3),
            random.Next(1, 6),
            (short)random.Next(2)
        );

    private static void AssertEqual(ScoreSheet fresh, ScoreSheet sheet, string[] criteria)
    {
        Assert.Equal(fresh.Totals, sheet.Totals);
        for (var c = 0; c < fresh.Columns.Count; c++)
        {
            Assert.Equal(fresh.Columns[c].Points, sheet.Columns[c].Points);
            Assert.Equal(fresh.Columns[c].States, sheet.Columns[c].States);
            Assert.Equal(fresh.Columns[c].Trail, sheet.Columns[c].Trail);
        }
        foreach (var criterion in criteria)
        {
            Assert.Equal(Explain(fresh, criterion, 3).Items, Explain(sheet, criterion, 3).Items);
        }
    }

    private static Rulebook Changed(string change) =>
        change switch
        {
            "band" => OtherBand,
            "points" => OtherPoints,
            _ => OtherCount,
        };

    private static void Decide(
        ScoreSheet sheet,
        int firm,
        string criterion,
        params string[] items
    ) =>
        sheet.Decide(
            firm,
            Place(sheet.Book, criterion),
            [.. items.Select(i => Row(sheet.Book, firm, criterion, i))]
        );

    private static void AssertUntouched(ScoreSheet sheet, int firm, string criterion)
    {
        Assert.Equal(0m, Points(sheet, criterion, firm));
        Assert.Equal(ScoreState.NotClaimed, State(sheet, criterion, firm));
        Assert.Equal(0, sheet.Totals[firm]);
        Assert.Empty(Explain(sheet, criterion, firm).Items);
        // A later decision on another firm scores this one no differently.
        Decide(sheet, 0, criterion, "de");
        Assert.Equal(0, sheet.Totals[firm]);
        Assert.Equal(0m, Points(sheet.Rescore(Book), criterion, firm));
    }
}
