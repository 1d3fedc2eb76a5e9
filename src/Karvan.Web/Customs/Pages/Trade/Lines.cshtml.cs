using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Lines;
using Karvan.Customs.Trade;
using Karvan.Registry.Firms;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Karvan.Web.Registry.Pages;
using Karvan.Web.Rules;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>The lines behind a firm's numbers, those that do not count among them, with the sum of what is shown.</summary>
[Asks(nameof(CustomsActs.ReadTrade))]
public sealed class TradeLinesModel(
    EnterpriseCard card,
    FirmTrade trade,
    LineHistory history,
    RulebookCatalog catalog,
    PageTexts words
) : EnterprisePage(card)
{
    private const int PageSize = 50;

    public TableView Table { get; private set; } = null!;

    /// <summary>Of the lines shown on all pages, those that count.</summary>
    public TradeRow Sum { get; private set; } = TradeRow.None;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var cancellation = HttpContext.RequestAborted;
        var lines = new LineTable(
            id,
            await trade.Lines(Firm, cancellation),
            await history.Contested(id, cancellation),
            TradeBands.Of(catalog),
            words
        );
        var columns = lines.Columns();
        var ask = TableAsk.Of(Request, columns, LineTable.LatestFirst, PageSize);
        var found = lines.Pick(ask);
        if (ask.Download is { } format)
        {
            return new TableFile<FirmLine>(
                format,
                "customs-lines",
                columns,
                found.ToAsyncEnumerable()
            );
        }
        Sum = TradeRow.Sum(
            found
                .Where(l => l.Counts)
                .Select(l => new TradeFigure(
                    l.At.Line.Import,
                    l.At.Line.SolarYear,
                    "",
                    1,
                    l.At.Line.ValueCents,
                    l.At.Line.WeightGrams
                ))
        );
        Table = TableView.Of(
            "",
            "trade.lines-list",
            ask,
            columns,
            found.Skip(ask.Skip).Take(PageSize),
            found.Count
        ) with
        {
            EmptyKey = "trade.no-lines",
        };
        return Page();
    }
}
