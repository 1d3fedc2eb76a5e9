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
    TradeFilter Filter,
    TradeHeadline Headline,
    DateTime? MadeAt,
    int Behind,
    long Exporters,
    bool HasTrade,
    Chart Chart,
    Chart PerKilogram,
    TableView Years,
    IReadOnlyList<TableView> Tables,
    string? Edition
)
{
    /// <summary>Where on the page stands what a choice adds up to: a link to it leads there and not to the top.</summary>
    public const string LookedAt = "looked-at";
}

/// <summary>A page of trade over many firms, from the sums that were made last.</summary>
public abstract class AreaPage(ProvinceTrade trade, RulebookCatalog catalog, PageTexts words)
    : KarvanPage
{
    private const int MostFirms = 300;

    public AreaView View { get; private set; } = null!;

    private TradeAsk Ask => TradeAsk.Of(Request);

    /// <param name="province">Null for the country.</param>
    protected async Task<IActionResult> Show(string? province, string path)
    {
        var ask = Ask;
        var bands = TradeBands.Of(catalog);
        var states = await trade.States(province, HttpContext.RequestAborted);
        var all = await Figures(province, SumKind.Country);
        var figures = await Looked(province, all);
        var years = YearRow.Of(figures.Whole);
        var units = ask.Full ? TradeUnits.Full : TradeUnits.For(years);
        var tables = new TradeTables(words, bands, units);
        var page = new PageTables(Request, ask, words, "trade");
        string Behind(YearRow row, bool import) =>
            (ask with { Import = import, Year = row.SolarYear }).At(path) + "#" + AreaView.LookedAt;
        var chart = new TradeChart(years, ask, Behind, words);
        var byYear = page.Add(
            "years",
            "trade.by-year",
            TradeTables.ByYear,
            tables.Years(Behind),
            years,
            allYears: true
        );
        View = new AreaView(
            new TradeFilter(
                ask,
                units,
                PageTables.Years(all.Select(f => f.SolarYear).Distinct(), words),
                [.. all.Select(f => f.Code).Distinct(StringComparer.Ordinal)],
                path
            ),
            new TradeHeadline(ask, units, TradeRow.Sum(figures.Whole.Where(ask.Holds)), null),
            states.Min(s => s.MadeAt),
            states.Count(s => s.IsBehind),
            states.Sum(s => (long)s.Exporters),
            all.Count > 0,
            chart.Values(),
            chart.PerKilogram(),
            byYear,
            await Tables(page, tables, province, path, figures, bands),
            bands.Edition(words)
        );
        return page.Download ?? Page();
    }

    private async Task<List<TableView>> Tables(
        PageTables page,
        TradeTables tables,
        string? province,
        string path,
        LookedAt figures,
        TradeBands bands
    )
    {
        var ask = Ask;
        string At(TradeAsk asked) => asked.At(path) + "#" + AreaView.LookedAt;
        var views = new List<TableView>();
        if (province is null)
        {
            views.Add(
                page.Add(
                    "provinces",
                    "trade.by-province",
                    TradeTables.ByValue,
                    tables.Named(
                        "enterprise.province",
                        r => PlaceNames.Province(r.Code, words),
                        r => ask.At(Links.Trade.Province(r.Code))
                    ),
                    TradeRow.By(figures.Provinces.Where(ask.Holds))
                )
            );
        }
        views.Add(
            page.Add(
                "countries",
                "trade.by-country",
                TradeTables.ByValue,
                tables.Countries(_ => null, r => At(ask with { Country = r.Code })),
                TradeRow.By(figures.Countries.Where(ask.Holds))
            )
        );
        views.Add(
            page.Add(
                "goods",
                "trade.by-good",
                TradeTables.ByValue,
                tables.Goods(_ => null, r => At(ask with { Good = r.Code })),
                TradeRow.By(figures.Goods.Where(ask.Holds))
            )
        );
        // Firms are added up as a whole: with what country and in what, a firm's own page says.
        if (!ask.IsNarrow)
        {
            views.Add(await Firms(page, tables, province, ask));
        }
        views.Add(
            page.Add(
                "bands",
                "trade.by-band",
                TradeTables.ByValue,
                tables.Bands(_ => null),
                TradeRow.By(
                    figures.Goods.Where(ask.Holds).Select(g => g with { Code = bands.Of(g.Code) })
                )
            )
        );
        return views;
    }

    /// <summary>The figures of what is looked at, by country, good and province.</summary>
    private sealed record LookedAt(
        IReadOnlyList<TradeFigure> Whole,
        IReadOnlyList<TradeFigure> Countries,
        IReadOnlyList<TradeFigure> Goods,
        IReadOnlyList<TradeFigure> Provinces
    );

    /// <param name="all">By country.</param>
    private async Task<LookedAt> Looked(string? province, List<TradeFigure> all)
    {
        var cancellation = HttpContext.RequestAborted;
        var ask = Ask;
        if (!ask.IsNarrow)
        {
            var goods = await Figures(province, SumKind.Goods);
            var provinces = province is null ? await trade.Provinces(cancellation) : [];
            return new LookedAt(all, all, goods, [.. provinces.Select(TradeFigure.Of)]);
        }
        var together = await trade.Together(province, ask.Country, ask.Good, cancellation);
        IReadOnlyList<TradeFigure> By(Func<GoodsTotal, string> code) =>
            [.. together.Select(t => TradeFigure.Of(t.Sum) with { Code = code(t) })];
        return new LookedAt(
            By(t => t.Country),
            By(t => t.Country),
            By(t => t.Good),
            By(t => t.Province)
        );
    }

    private async Task<List<TradeFigure>> Figures(string? province, SumKind kind) =>
        [.. (await trade.Of(province, kind, HttpContext.RequestAborted)).Select(TradeFigure.Of)];

    private async Task<TableView> Firms(
        PageTables page,
        TradeTables tables,
        string? province,
        TradeAsk ask
    )
    {
        var firms = await trade.Firms(
            province,
            ask.Import,
            ask.Year,
            MostFirms,
            HttpContext.RequestAborted
        );
        var known = firms.ToDictionary(f => f.Id.ToString(), StringComparer.Ordinal);
        var whole = firms.Sum(f => f.ValueCents);
        return page.Add(
            "firms",
            "trade.by-firm",
            TradeTables.ByValue,
            tables.Named(
                "trade.firm",
                r => known[r.Code].NameFa,
                r => ask.At(Links.Trade.Firm(known[r.Code].Id))
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
