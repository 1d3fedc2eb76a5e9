using Karvan.Customs.Trade;
using Karvan.Platform.Papers;
using Karvan.Registry.Firms;
using Karvan.Trade.Ledger;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>What a statement of a firm's exports says: the numbers of its page, in the words of the paper's language.</summary>
/// <param name="words">In the language of the paper.</param>
internal sealed class StatementBlocks(PageTexts words, TradeBands bands)
{
    public string Title(Enterprise firm, int? year) =>
        year is { } one
            ? words[
                "trade.statement.title-of-year",
                ("firm", Name(firm)),
                ("year", words.Year(one))
            ].Bare
            : words["trade.statement.title", ("firm", Name(firm))].Bare;

    public IReadOnlyList<PaperBlock> Of(
        Enterprise firm,
        FirmFigures figures,
        int? year,
        DateOnly today
    )
    {
        var ask = new TradeAsk(Import: false, year);
        var exports = figures
            .Cells.Select(c => (Cell: c, Figure: TradeFigure.Of(c, c.Country)))
            .Where(c => ask.Holds(c.Figure))
            .ToList();
        var tables = new TradeTables(words, bands, TradeUnits.Full);
        return
        [
            new PaperText(
                words["trade.statement.text", ("firm", Name(firm)), ("day", today)].Plain
            ),
            new PaperFacts([
                Fact("trade.statement.ids", string.Join('\n', figures.Numbers.Select(words.Typed))),
                Fact("enterprise.province", PlaceNames.Province(firm.Province, words)),
                Fact(
                    "trade.year",
                    year is { } one ? words.Year(one) : words["trade.all-years"].Plain
                ),
            ]),
            Table(
                "trade.statement.by-year",
                tables.ExportYears(),
                YearRow.Of(exports.Select(c => c.Figure)).Where(y => y.Exports.Lines > 0)
            ),
            Table(
                "trade.by-country",
                tables.Countries(_ => null),
                TradeRow.By(exports.Select(c => c.Figure))
            ),
            Table(
                "trade.by-good",
                tables.Goods(_ => null),
                TradeRow.By(exports.Select(c => TradeFigure.Of(c.Cell, $"{c.Cell.Hs6:000000}")))
            ),
            .. Notes(figures),
        ];
    }

    /// <summary>What does not count is said: a reader of paper cannot look it up.</summary>
    private IEnumerable<PaperBlock> Notes(FirmFigures figures)
    {
        if (figures.Lines[LineState.Conflict] is > 0 and var conflicts)
        {
            yield return new PaperText(words["trade.note.Conflict", ("count", conflicts)].Plain);
        }
        if (figures.Contested > 0)
        {
            yield return new PaperText(
                words["trade.note-contested", ("count", figures.Contested)].Plain
            );
        }
        yield return new PaperText(
            words["trade.statement.source", ("imports", Imports(figures))].Plain
        );
    }

    private string Imports(FirmFigures figures) =>
        string.Join(
            words["trade.statement.and"].Bare,
            figures.Imports.Select(i => words.Number(i.Number))
        );

    private string Name(Enterprise firm) =>
        words.IsPersian || string.IsNullOrEmpty(firm.NameEn) ? firm.NameFa : firm.NameEn;

    private PaperFact Fact(string key, string value) => new(words[key].Plain, value);

    private PaperTable Table<TRow>(
        string captionKey,
        IReadOnlyList<Column<TRow>> columns,
        IEnumerable<TRow> rows
    ) =>
        new(
            words[captionKey].Plain,
            [.. columns.Select(c => new PaperColumn(words[c.TitleKey].Plain, c.Numeric))],
            [
                .. rows.Select(r =>
                    (IReadOnlyList<string>)[.. columns.Select(c => c.Cell(r).Shown(words))]
                ),
            ]
        );
}
