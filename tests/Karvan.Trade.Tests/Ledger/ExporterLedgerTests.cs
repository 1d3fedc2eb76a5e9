using Karvan.Trade.Files;
using Karvan.Trade.Ledger;
using Xunit;

namespace Karvan.Trade.Tests.Ledger;

/// <summary>Which lines of a snapshot count: several imports, and decisions about lines.</summary>
public sealed class ExporterLedgerTests
{
    private static ExporterLines Import(params LedgerLine[] lines)
    {
        using var log = new RejectionLog();
        return Lines.Keep(lines, log).SelectMany(p => p.Exporters).Single();
    }

    private static long Cents(ExporterLedger ledger)
    {
        var cells = new TradeCells();
        ledger.AddTo(cells);
        return cells.All.Sum(c => c.ValueCents);
    }

    [Fact]
    public void What_two_imports_say_alike_counts_once_and_of_the_first()
    {
        var first = Import(Lines.Line("A", 1, cents: 100), Lines.Line("A", 2, cents: 10));
        var second = Import(Lines.Line("A", 1, cents: 100, source: 9), Lines.Line("B", cents: 1));
        var ledger = Lines.LedgerOf(Lines.Firm, [], first, second);
        Assert.Equal(
            [
                ("A", 1, 0, LineState.Counted),
                ("A", 1, 1, LineState.Repeated),
                ("A", 2, 0, LineState.Counted),
                ("B", 1, 1, LineState.Counted),
            ],
            ledger.Lines().Select(l => (l.Line.Declaration, l.Line.LineNumber, l.Place, l.State))
        );
        Assert.Equal(111, Cents(ledger));
    }

    [Fact]
    public void Where_two_imports_differ_neither_counts()
    {
        var first = Import(Lines.Line("A", 1, cents: 100), Lines.Line("A", 2, cents: 10));
        var second = Import(Lines.Line("A", 1, cents: 101));
        var ledger = Lines.LedgerOf(Lines.Firm, [], first, second);
        Assert.Equal(
            [LineState.Conflict, LineState.Conflict, LineState.Counted],
            ledger.Lines().Select(l => l.State)
        );
        Assert.Equal(10, Cents(ledger));
        // Without the second import the first one's line counts again.
        Assert.Equal(110, Cents(Lines.LedgerOf(Lines.Firm, [], first)));
    }

    [Fact]
    public void A_struck_line_counts_nothing_and_stays_to_be_seen()
    {
        var line = Lines.Line("A", 1, cents: 100);
        var strike = new LineAdjustment(Guid.CreateVersion7(), line, null);
        var ledger = Lines.LedgerOf(Lines.Firm, [strike], Import(line, Lines.Line("B", cents: 7)));
        Assert.Equal(7, Cents(ledger));
        var struck = ledger.Lines()[0];
        Assert.Equal(
            (LineState.Struck, line, strike),
            (struck.State, struck.Line, struck.Adjustment)
        );
    }

    [Fact]
    public void A_corrected_line_counts_as_corrected_also_when_a_later_import_says_it_again()
    {
        var line = Lines.Line("A", 1, cents: 100);
        var right = line with { ValueCents = 40, Country = "DE" };
        var correction = new LineAdjustment(Guid.CreateVersion7(), line, right);
        var ledger = Lines.LedgerOf(
            Lines.Firm,
            [correction],
            null,
            Import(line with { SourceLine = 77 })
        );
        Assert.Equal(40, Cents(ledger));
        var shown = Assert.Single(ledger.Lines());
        // Whichever file it was decided about, it is shown where it stands now.
        Assert.Equal(
            (LineState.Corrected, right with { SourceLine = 77 }),
            (shown.State, shown.Line)
        );
    }

    [Fact]
    public void A_decision_does_not_hold_for_a_line_that_says_something_else()
    {
        var line = Lines.Line("A", 1, cents: 100);
        var correction = new LineAdjustment(
            Guid.CreateVersion7(),
            line,
            line with
            {
                ValueCents = 40,
            }
        );
        var ledger = Lines.LedgerOf(
            Lines.Firm,
            [correction],
            Import(line with { ValueCents = 90 })
        );
        Assert.Equal(90, Cents(ledger));
    }

    [Fact]
    public void A_decision_settles_a_conflict()
    {
        var (said, saidToo) = (Lines.Line("A", cents: 100), Lines.Line("A", cents: 101));
        var decided = new LineAdjustment(Guid.CreateVersion7(), saidToo, saidToo);
        var ledger = Lines.LedgerOf(Lines.Firm, [decided], Import(said), Import(saidToo));
        Assert.Equal(101, Cents(ledger));
        Assert.Equal(
            [LineState.Repeated, LineState.Corrected],
            ledger.Lines().Select(l => l.State)
        );
    }

    [Fact]
    public void Of_two_decisions_about_a_line_the_last_holds()
    {
        var line = Lines.Line("A", cents: 100);
        var strike = new LineAdjustment(Guid.CreateVersion7(), line, null);
        var correct = new LineAdjustment(
            Guid.CreateVersion7(),
            line,
            line with
            {
                ValueCents = 60,
            }
        );
        Assert.Equal(60, Cents(Lines.LedgerOf(Lines.Firm, [strike, correct], Import(line))));
        Assert.Equal(0, Cents(Lines.LedgerOf(Lines.Firm, [correct, strike], Import(line))));
    }

    [Fact]
    public void A_key_that_another_exporter_has_too_does_not_count()
    {
        var ledger = new ExporterLedger(
            Lines.Firm,
            [],
            new HashSet<LineKey> { new(false, "A", 1) }
        );
        ledger.Add(0, Import(Lines.Line("A"), Lines.Line("B", cents: 3)).Blocks[0].Bytes);
        Assert.Equal(3, Cents(ledger));
        Assert.Equal([LineState.Conflict, LineState.Counted], ledger.Lines().Select(l => l.State));
    }

    /// <summary>The decision gives it to the ledger of the other flow; here it is not looked at.</summary>
    [Fact]
    public void A_line_that_is_given_counts_as_one_of_another_import_would()
    {
        var given = Lines.Line("A", cents: 100);
        ExporterLedger Beside(params IReadOnlyList<LedgerLine> own)
        {
            var ledger = Lines.LedgerOf(Lines.Firm, [], own.Count == 0 ? null : Import([.. own]));
            ledger.Give(1, given);
            return ledger;
        }
        Assert.Equal(100, Cents(Beside()));
        Assert.Equal(given, Beside().Lines().Single().Line);
        Assert.Equal(103, Cents(Beside(Lines.Line("B", cents: 3))));
        Assert.Equal(100, Cents(Beside(given)));
        Assert.Equal(
            [LineState.Counted, LineState.Repeated],
            Beside(given).Lines().Select(l => l.State).Order()
        );
        Assert.Equal(0, Cents(Beside(Lines.Line("A", cents: 101))));
        // Two of them under one key, from two imports.
        var both = Beside();
        both.Give(2, given with { ValueCents = 7 });
        Assert.Equal(0, Cents(both));
    }

    [Fact]
    public void A_decision_that_moves_a_line_decides_nothing_where_its_file_has_it()
    {
        var line = Lines.Line("A", cents: 100);
        var flow = new LineAdjustment(Guid.CreateVersion7(), line, line with { Import = true });
        var owner = flow with { After = line with { Exporter = "10000000000" } };
        Assert.True(flow.Moves && owner.Moves);
        Assert.False((flow with { After = null }).Moves || (flow with { After = line }).Moves);
        var ledger = Lines.LedgerOf(Lines.Firm, [flow, owner], Import(line));
        Assert.Equal(100, Cents(ledger));
        Assert.Equal(LineState.Counted, ledger.Lines().Single().State);
    }

    /// <summary>Against grouping by LINQ.</summary>
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void Cells_are_the_sums_by_flow_year_country_and_good(int seed)
    {
        using var log = new RejectionLog();
        var lines = Lines.Draw(seed, 4_000, 5, 3_000);
        var cells = new TradeCells();
        foreach (var kept in Lines.Keep(lines, log).SelectMany(p => p.Exporters))
        {
            Lines.LedgerOf(kept.Exporter, [], kept).AddTo(cells);
        }
        var expected = Lines
            .Standing(lines)
            .GroupBy(l => (l.Import, l.SolarYear, l.Country, Hs6: int.Parse(l.HsCode[..6])))
            .Select(g => new TradeCell(
                g.Key.Import,
                g.Key.SolarYear,
                g.Key.Country,
                g.Key.Hs6,
                g.Count(),
                g.Sum(l => l.ValueCents),
                g.Sum(l => l.WeightGrams)
            ));
        Assert.Equal(expected.ToHashSet(), cells.All.ToHashSet());
    }
}
