using Karvan.Customs.Lines;
using Karvan.Customs.Trade;
using Karvan.Platform.Authorization;
using Karvan.Registry.Firms;
using Karvan.Trade.Ledger;
using Karvan.Web.Registry.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>What the address of a line says of it.</summary>
public sealed class LineAddress
{
    [FromQuery(Name = "import")]
    public Guid Import { get; set; }

    [FromQuery(Name = "flow")]
    public string? Flow { get; set; }

    [FromQuery(Name = "declaration")]
    public string? Declaration { get; set; }

    [FromQuery(Name = "line")]
    public int Number { get; set; }

    public LineKey Key => new(Flow == TradeAsk.ImportFlow, Declaration ?? "", Number);
}

/// <summary>A page about one line of a firm's, which stands in an import in force.</summary>
public abstract class LinePage(EnterpriseCard card, FirmTrade trade, LineHistory history)
    : EnterprisePage(card)
{
    [BindProperty(SupportsGet = true)]
    public LineAddress Address { get; set; } = new();

    public FirmLine Line { get; protected set; } = null!;

    public LineStory Story { get; protected set; } = null!;

    /// <summary>Where the line's own page stands, or another one about the line.</summary>
    public string Link(Func<Guid, string>? page = null) =>
        LineLink.One(Firm.Id, Line.Import.Id, Line.Key, page);

    /// <summary>The line that the address names.</summary>
    protected override async Task<IActionResult?> Open()
    {
        var found = await trade.Line(Firm, Address.Import, Address.Key, Cancellation);
        if (found is null)
        {
            return NotFound();
        }
        Line = found;
        Story = await history.Of(found.At.Line.Exporter, found.Key, Cancellation);
        return null;
    }
}
