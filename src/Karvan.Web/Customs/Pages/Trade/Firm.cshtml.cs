using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Customs.Trade;
using Karvan.Platform.Papers;
using Karvan.Platform.People;
using Karvan.Registry.Firms;
using Karvan.Texts;
using Karvan.Trade.Ledger;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Drawings;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Events;
using Karvan.Web.Registry.Pages;
using Karvan.Web.Rules;
using Microsoft.AspNetCore.Mvc;
using Access = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>A firm's trade: by year, country, good and technology band. Every number leads to its lines.</summary>
[Asks(nameof(CustomsActs.ReadTrade))]
public sealed class FirmTradeModel(
    EnterpriseCard card,
    FirmTrade trade,
    Successions successions,
    PaperSearch papers,
    RulebookCatalog catalog,
    PageTexts words
) : EnterprisePage(card)
{
    public TradeBands Bands { get; } = TradeBands.Of(catalog);

    public TradeAsk Ask { get; private set; } = null!;

    public FirmFigures Figures { get; private set; } = null!;

    public IReadOnlyList<RelatedFirm> Predecessors { get; private set; } = [];

    public TradeRow Sum { get; private set; } = TradeRow.None;

    public TradeUnits Units { get; private set; } = TradeUnits.Full;

    public IReadOnlyList<FieldChoice> YearChoices { get; private set; } = [];

    /// <summary>Countries with which the firm has traded.</summary>
    public IReadOnlyList<string> CountryCodes { get; private set; } = [];

    public Chart Chart { get; private set; } = null!;

    public TableView Years { get; private set; } = null!;

    public TableView Countries { get; private set; } = null!;

    public TableView Goods { get; private set; } = null!;

    public TableView BandTable { get; private set; } = null!;

    /// <summary>What bodies wrote about the firm.</summary>
    public IReadOnlyList<PaperRow> Papers { get; private set; } = [];

    public bool MayIssue =>
        Figures.Lines.All > 0 && Access.AllowsSome(Actor, CustomsActs.IssueExportStatement);

    public bool MayReport => May(CustomsActs.ReportMissingDeclaration, Firm.Subject);

    /// <summary>States of lines that do not count, as far as there are any.</summary>
    public IEnumerable<LineState> Notes =>
        new[] { LineState.Conflict, LineState.Struck, LineState.Corrected }.Where(s =>
            Figures.Lines[s] > 0
        );

    public string SumLink => Lines(Ask.Import, Ask.Year);

    public string? ImportLink(ImportSource import) =>
        May(CustomsActs.ReadCustoms, CustomsImport.SubjectIn(import.Province, import.Id))
            ? SubjectLink.To(nameof(CustomsImport), import.Id, null)
            : null;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var cancellation = HttpContext.RequestAborted;
        Ask = TradeAsk.Of(Request);
        Figures = await trade.Figures(Firm, cancellation);
        Papers = await papers.About(nameof(Enterprise), Firm.Id, cancellation);
        (_, Predecessors) = await successions.Around(Firm, cancellation);
        return Fill() ?? Page();
    }

    /// <returns>A file, where one is asked for.</returns>
    private IActionResult? Fill()
    {
        var cells = Figures
            .Cells.Where(c => Ask.HoldsCountry(c.Country) && Ask.HoldsGood($"{c.Hs6:000000}"))
            .ToList();
        var figures = cells.Select(c => TradeFigure.Of(c, $"{c.Hs6:000000}")).ToList();
        var years = YearRow.Of(figures);
        Units = Ask.Full ? TradeUnits.Full : TradeUnits.For(years);
        YearChoices = PageTables.Years(Figures.Cells.Select(c => c.SolarYear).Distinct(), words);
        CountryCodes = [.. Figures.Cells.Select(c => c.Country).Distinct(StringComparer.Ordinal)];
        Sum = TradeRow.Sum(figures.Where(Ask.Holds));
        string Behind(YearRow row, bool import) => Lines(import, row.SolarYear);
        string Page(TradeAsk ask) => ask.At(Links.Trade.Firm(Firm.Id));
        IReadOnlyList<TradeRow> Rows(Func<TradeCell, string> code) =>
            TradeRow.By(cells.Select(c => TradeFigure.Of(c, code(c))).Where(Ask.Holds));
        Chart = new TradeChart(years, Ask, Behind, words).Values();
        var tables = new TradeTables(words, Bands, Units);
        var page = new PageTables(Request, Ask, words, "trade");
        Years = page.Add(
            "years",
            "trade.by-year",
            TradeTables.ByYear,
            tables.Years(Behind),
            years,
            allYears: true
        );
        Countries = page.Add(
            "countries",
            "trade.by-country",
            TradeTables.ByValue,
            tables.Countries(
                r => Lines(Ask.Import, Ask.Year, country: r.Code),
                r => Page(Ask with { Country = r.Code })
            ),
            Rows(c => c.Country)
        );
        Goods = page.Add(
            "goods",
            "trade.by-good",
            TradeTables.ByValue,
            tables.Goods(
                r => Lines(Ask.Import, Ask.Year, good: r.Code),
                r => Page(Ask with { Good = r.Code })
            ),
            TradeRow.By(figures.Where(Ask.Holds))
        );
        BandTable = page.Add(
            "bands",
            "trade.by-band",
            TradeTables.ByValue,
            tables.Bands(r => Lines(Ask.Import, Ask.Year, band: r.Code)),
            Rows(c => Bands.Of(c.Hs6))
        );
        return page.Download;
    }

    /// <summary>The lines behind a number, with all that is chosen.</summary>
    private string Lines(
        bool import,
        int? year,
        string? country = null,
        string? good = null,
        string? band = null
    ) =>
        LineLink.Behind(
            Firm.Id,
            import,
            year,
            ("country", country ?? Ask.Country),
            ("good", good ?? Ask.Good),
            ("band", band)
        );
}
