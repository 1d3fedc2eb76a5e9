using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Lines;
using Karvan.Customs.Trade;
using Karvan.Platform.Searching;
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
        var list = new ListTable<FirmLine>(
            "trade.lines-list",
            "customs-lines",
            LineTable.LatestFirst,
            lines.Columns()
        )
        {
            PageSize = 50,
            EmptyKey = "trade.no-lines",
        };
        var ask = list.Ask(Request);
        var found = lines.Pick(ask);
        var rows = new RowsAtHand<FirmLine>(found);
        if (list.Download(ask, rows) is { } file)
        {
            return file;
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
        Table = list.View(ask, rows);
        return Page();
    }
}
