using Karvan.Texts;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>The tables of a firm's, a province's and the country's trade: the same columns of value, share and weight.</summary>
/// <param name="units">In which a page shows its figures; a file has them to the last digit.</param>
internal sealed class TradeTables(PageTexts words, TradeBands bands, TradeUnits units)
{
    private const int Cents = 2;
    private const int Grams = 3;
    private const int Tenths = 1;

    public const string ByValue = "-value";
    public const string ByYear = "year";

    /// <param name="href">Where a number leads; null where it leads nowhere.</param>
    /// <param name="page">Where the trade with a country alone is looked at.</param>
    public List<Column<TradeRow>> Countries(
        Func<TradeRow, string?> href,
        Func<TradeRow, string?>? page = null
    ) =>
        [
            new(
                "country",
                "trade.country",
                r => Cell.Text(PlaceNames.Country(r.Code, words)) with { Href = page?.Invoke(r) }
            )
            {
                Sorts = true,
            },
            .. Numbers(href),
        ];

    public List<Column<TradeRow>> Goods(
        Func<TradeRow, string?> href,
        Func<TradeRow, string?>? page = null
    ) =>
        [
            new("good", "trade.good", r => Cell.Code(r.Code) with { Href = page?.Invoke(r) })
            {
                Sorts = true,
            },
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
            new("exports", "trade.value", r => Money(r.Exports.Usd)) { Numeric = true },
            new("kg", "trade.kg", r => Weight(r.Exports.Kilograms)) { Numeric = true },
            new("per-kg", "trade.per-kg", r => PerKilogram(r.Exports)) { Numeric = true },
            new("lines", "trade.lines", r => Cell.Number(r.Exports.Lines)) { Numeric = true },
        ];

    /// <param name="href">Where the value of a flow leads.</param>
    public List<Column<YearRow>> Years(Func<YearRow, bool, string?> href)
    {
        // A year without lines leads nowhere.
        Cell Value(YearRow row, bool import) =>
            (import ? row.Imports : row.Exports) is { Lines: > 0 } sum
                ? Money(sum.Usd) with
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
                ShownTitleKey = units.ExportsTitle,
                Sorts = true,
                Numeric = true,
            },
            new("export-kg", "trade.export-kg", r => Weight(r.Exports.Kilograms))
            {
                ShownTitleKey = units.ExportWeightTitle,
                Numeric = true,
            },
            new("export-per-kg", "trade.export-per-kg", r => PerKilogram(r.Exports))
            {
                Sorts = true,
                Numeric = true,
            },
            new("imports", "trade.imports", r => Value(r, import: true))
            {
                ShownTitleKey = units.ImportsTitle,
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
            new("value", "trade.value", r => Money(r.Usd) with { Href = href(r) })
            {
                ShownTitleKey = units.ValueTitle,
                Sorts = true,
                Numeric = true,
            },
            new("share", "trade.share", r => Cell.Number(r.Share, 1)) { Numeric = true },
            new("kg", "trade.kg", r => Weight(r.Kilograms))
            {
                ShownTitleKey = units.WeightTitle,
                Sorts = true,
                Numeric = true,
            },
            new("per-kg", "trade.per-kg", r => PerKilogram(r)) { Sorts = true, Numeric = true },
            new("lines", "trade.lines", r => Cell.Number(r.Lines)) { Sorts = true, Numeric = true },
        ];

    private Cell Money(decimal usd) => Cell.Number(usd, Cents, units.Usd);

    private Cell Weight(decimal kilograms) =>
        Cell.Number(kilograms, units.Kilograms == 1 ? Grams : Tenths, units.Kilograms);

    private static Cell PerKilogram(TradeRow row) =>
        Cell.Number(row.UsdPerKilogram is { } usd ? decimal.Round(usd, 4) : null, 2);
}

/// <summary>Tables of one page, each from its rows; the one that is asked for as a file is the answer.</summary>
/// <param name="ask">What headings say was chosen.</param>
internal sealed class PageTables(HttpRequest request, TradeAsk ask, PageTexts words, string file)
{
    /// <summary>The file somebody asked for.</summary>
    public Microsoft.AspNetCore.Mvc.IActionResult? Download { get; private set; }

    public TableView Add<TRow>(
        string id,
        string captionKey,
        string sort,
        IReadOnlyList<Column<TRow>> columns,
        IEnumerable<TRow> rows,
        bool allYears = false
    )
    {
        var list = new ListTable<TRow>(captionKey, $"{file}-{id}", sort, columns)
        {
            Id = id,
            PageSize = 15,
            Choice = allYears ? ask.WordsOfAllYears(words) : ask.Words(words),
        };
        var asked = list.Ask(request);
        var found = ShortTable.Pick(rows, columns, asked, words);
        Download ??= list.Download(asked, found);
        return list.View(asked, found);
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
