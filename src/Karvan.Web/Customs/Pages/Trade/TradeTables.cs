using Karvan.Texts;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>The tables of a firm's, a province's and the country's trade: the same columns of value, share and weight.</summary>
/// <param name="decimals">Of a dollar.</param>
internal sealed class TradeTables(PageTexts words, TradeBands bands, int decimals)
{
    public const string ByValue = "-value";
    public const string ByYear = "year";

    /// <param name="href">Where a number leads; null where it leads nowhere.</param>
    public List<Column<TradeRow>> Countries(Func<TradeRow, string?> href) =>
        [
            new("country", "trade.country", r => Cell.Text(PlaceNames.Country(r.Code, words)))
            {
                Sorts = true,
            },
            .. Numbers(href),
        ];

    public List<Column<TradeRow>> Goods(Func<TradeRow, string?> href) =>
        [
            new("good", "trade.good", r => Cell.Code(r.Code)) { Sorts = true },
            new("chapter", "trade.chapter", r => Cell.Text(TradeTexts.ChapterOf(r.Code, words)))
            {
                Sorts = true,
            },
            new("band", "trade.band", r => Cell.Text(bands.Name(bands.Of(r.Code), words)))
            {
                Sorts = true,
            },
            .. Numbers(href),
        ];

    public List<Column<TradeRow>> Bands(Func<TradeRow, string?> href) =>
        [
            new("band", "trade.band", r => Cell.Text(bands.Name(r.Code, words))) { Sorts = true },
            .. Numbers(href),
        ];

    /// <param name="name">What a code is called.</param>
    /// <param name="page">Where the page of it stands.</param>
    public List<Column<TradeRow>> Named(
        string titleKey,
        Func<TradeRow, string> name,
        Func<TradeRow, string?> page
    ) =>
        [
            new("name", titleKey, r => Cell.Text(name(r)) with { Href = page(r) }) { Sorts = true },
            .. Numbers(_ => null),
        ];

    /// <summary>Exports alone, for a paper about them.</summary>
    public List<Column<YearRow>> ExportYears() =>
        [
            new(ByYear, "trade.year", r => Cell.Registration(words.Year(r.SolarYear))),
            new("exports", "trade.value", r => Cell.Number(r.Exports.Usd, decimals))
            {
                Numeric = true,
            },
            new("kg", "trade.kg", r => Cell.Number(r.Exports.Kilograms, 0)) { Numeric = true },
            new("per-kg", "trade.per-kg", r => PerKilogram(r.Exports)) { Numeric = true },
            new("lines", "trade.lines", r => Cell.Number(r.Exports.Lines)) { Numeric = true },
        ];

    /// <param name="href">Where the value of a flow leads.</param>
    public List<Column<YearRow>> Years(Func<YearRow, bool, string?> href)
    {
        // A year without lines leads nowhere.
        Cell Value(YearRow row, bool import) =>
            (import ? row.Imports : row.Exports) is { Lines: > 0 } sum
                ? Cell.Number(sum.Usd, decimals) with
                {
                    Href = href(row, import),
                }
                : Cell.Number(null);
        return
        [
            new(ByYear, "trade.year", r => Cell.Registration(words.Year(r.SolarYear)))
            {
                Sorts = true,
            },
            new("exports", "trade.exports", r => Value(r, import: false))
            {
                Sorts = true,
                Numeric = true,
            },
            new("export-kg", "trade.export-kg", r => Cell.Number(r.Exports.Kilograms, 0))
            {
                Numeric = true,
            },
            new("export-per-kg", "trade.export-per-kg", r => PerKilogram(r.Exports))
            {
                Sorts = true,
                Numeric = true,
            },
            new("imports", "trade.imports", r => Value(r, import: true))
            {
                Sorts = true,
                Numeric = true,
            },
            new("import-per-kg", "trade.import-per-kg", r => PerKilogram(r.Imports))
            {
                Numeric = true,
            },
        ];
    }

    private List<Column<TradeRow>> Numbers(Func<TradeRow, string?> href) =>
        [
            new("value", "trade.value", r => Cell.Number(r.Usd, decimals) with { Href = href(r) })
            {
                Sorts = true,
                Numeric = true,
            },
            new("share", "trade.share", r => Cell.Number(r.Share, 1)) { Numeric = true },
            new("kg", "trade.kg", r => Cell.Number(r.Kilograms, 0))
            {
                Sorts = true,
                Numeric = true,
            },
            new("per-kg", "trade.per-kg", r => PerKilogram(r)) { Sorts = true, Numeric = true },
            new("lines", "trade.lines", r => Cell.Number(r.Lines)) { Sorts = true, Numeric = true },
        ];

    private static Cell PerKilogram(TradeRow row) =>
        Cell.Number(row.UsdPerKilogram is { } usd ? decimal.Round(usd, 4) : null, 2);
}

/// <summary>Tables of one page, each from its rows; the one that is asked for as a file is the answer.</summary>
internal sealed class PageTables(HttpRequest request, PageTexts words, string file)
{
    /// <summary>The file somebody asked for.</summary>
    public Microsoft.AspNetCore.Mvc.IActionResult? Download { get; private set; }

    public TableView Add<TRow>(
        string id,
        string captionKey,
        string sort,
        IReadOnlyList<Column<TRow>> columns,
        IEnumerable<TRow> rows
    )
    {
        var list = new ListTable<TRow>(captionKey, $"{file}-{id}", sort, columns)
        {
            Id = id,
            PageSize = 15,
        };
        var ask = list.Ask(request);
        var found = ShortTable.Pick(rows, columns, ask, words);
        Download ??= list.Download(ask, found);
        return list.View(ask, found);
    }

    public static IReadOnlyList<FieldChoice> Years(IEnumerable<int> years, PageTexts words) =>
        [
            .. years
                .OrderDescending()
                .Select(y => new FieldChoice(
                    y.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    PageTexts.Name(words.Year(y))
                )),
        ];
}
