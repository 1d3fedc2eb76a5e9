using Karvan.Customs.Records;
using Karvan.Customs.Sums;
using Karvan.Customs.Trade;
using Karvan.Platform.People;
using Karvan.Texts;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Drawings;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Karvan.Web.Rules;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>What the page of a province's trade shows, and that of the country's.</summary>
/// <param name="MadeAt">When the sums were made; of several provinces, the oldest.</param>
/// <param name="Behind">Provinces whose sums wait to be made anew.</param>
/// <param name="Exporters">Firms that the sums hold.</param>
public sealed record AreaView(
    string Path,
    TradeAsk Ask,
    IReadOnlyList<FieldChoice> YearChoices,
    TradeRow Sum,
    DateTime? MadeAt,
    int Behind,
    long Exporters,
    Chart Chart,
    Chart PerKilogram,
    TableView Years,
    IReadOnlyList<TableView> Tables,
    string? Edition
)
{
    /// <summary>Where on the page stands what a flow and year hold: a link to them leads there and not to the top.</summary>
    public const string LookedAt = "looked-at";
}

/// <summary>A page of trade over many firms, from the sums that were made last.</summary>
public abstract class AreaPage(ProvinceTrade trade, RulebookCatalog catalog, PageTexts words)
    : KarvanPage
{
    private const int MostFirms = 300;
    private const int WholeDollars = 0;

    public AreaView View { get; private set; } = null!;

    /// <param name="province">Null for the country.</param>
    protected async Task<IActionResult> Show(string? province, string path)
    {
        var cancellation = HttpContext.RequestAborted;
        var ask = TradeAsk.Of(Request);
        var bands = TradeBands.Of(catalog);
        var states = await trade.States(province, cancellation);
        var countries = await Figures(province, SumKind.Country);
        var goods = await Figures(province, SumKind.Goods);
        var firms = await trade.Firms(province, ask.Import, ask.Year, MostFirms, cancellation);
        var years = YearRow.Of(countries);
        var tables = new TradeTables(words, bands, WholeDollars);
        var page = new PageTables(Request, words, "trade");
        string Behind(YearRow row, bool import) =>
            $"{path}?flow={TradeAsk.FlowOf(import)}&year={row.SolarYear}#{AreaView.LookedAt}";
        var chart = new TradeChart(years, Behind, words);
        var byYear = page.Add(
            "years",
            "trade.by-year",
            TradeTables.ByYear,
            tables.Years(Behind),
            years
        );
        var views = new List<TableView>();
        if (province is null)
        {
            views.Add(await Provinces(page, tables, ask));
        }
        views.Add(
            page.Add(
                "countries",
                "trade.by-country",
                TradeTables.ByValue,
                tables.Countries(_ => null),
                TradeRow.By(countries.Where(ask.Holds))
            )
        );
        views.Add(
            page.Add(
                "goods",
                "trade.by-good",
                TradeTables.ByValue,
                tables.Goods(_ => null),
                TradeRow.By(goods.Where(ask.Holds))
            )
        );
        views.Add(Firms(page, tables, ask, firms));
        views.Add(
            page.Add(
                "bands",
                "trade.by-band",
                TradeTables.ByValue,
                tables.Bands(_ => null),
                TradeRow.By(goods.Where(ask.Holds).Select(g => g with { Code = bands.Of(g.Code) }))
            )
        );
        View = new AreaView(
            path,
            ask,
            PageTables.Years(countries.Select(f => f.SolarYear).Distinct(), words),
            TradeRow.Sum(countries.Where(ask.Holds)),
            states.Min(s => s.MadeAt),
            states.Count(s => s.IsBehind),
            states.Sum(s => (long)s.Exporters),
            chart.Values(),
            chart.PerKilogram(),
            byYear,
            views,
            bands.Edition(words)
        );
        return page.Download ?? Page();
    }

    private async Task<List<TradeFigure>> Figures(string? province, SumKind kind) =>
        [.. (await trade.Of(province, kind, HttpContext.RequestAborted)).Select(TradeFigure.Of)];

    private async Task<TableView> Provinces(PageTables page, TradeTables tables, TradeAsk ask)
    {
        var figures = (await trade.Provinces(HttpContext.RequestAborted)).Select(TradeFigure.Of);
        return page.Add(
            "provinces",
            "trade.by-province",
            TradeTables.ByValue,
            tables.Named(
                "enterprise.province",
                r => PlaceNames.Province(r.Code, words),
                r => Links.Trade.Province(r.Code)
            ),
            TradeRow.By(figures.Where(ask.Holds))
        );
    }

    private static TableView Firms(
        PageTables page,
        TradeTables tables,
        TradeAsk ask,
        IReadOnlyList<FirmTotal> firms
    )
    {
        var known = firms.ToDictionary(f => f.Id.ToString(), StringComparer.Ordinal);
        var whole = firms.Sum(f => f.ValueCents);
        return page.Add(
            "firms",
            "trade.by-firm",
            TradeTables.ByValue,
            tables.Named(
                "trade.firm",
                r => known[r.Code].NameFa,
                r =>
                    Links.Trade.Firm(known[r.Code].Id).With("flow", ask.Flow).With("year", ask.Year)
            ),
            firms.Select(f => new TradeRow(
                f.Id.ToString(),
                f.Lines,
                f.ValueCents,
                f.WeightGrams,
                whole
            ))
        );
    }
}
