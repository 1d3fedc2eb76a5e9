using Karvan.Platform.Audit;
using Karvan.Platform.Authorization;
using Karvan.Texts;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Events;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Platform.Pages.Audit;

/// <summary>
/// The newest link of every chain, for anybody to keep: who holds one can show later that nothing before it was
/// written over. It says how much happened, not what.
/// </summary>
[Asks(nameof(PlatformActs.ReadPublic))]
public sealed class ChainHeadsModel(AuditSearch search, PageTexts words) : KarvanPage
{
    private const string Chain = "chain";

    public TableView Table { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        Column<ChainHead>[] columns =
        [
            new(Chain, "audit.chain", h => Cell.Code(h.Chain)),
            new("name", "audit.chain-name", h => Cell.Said(EventTexts.Chain(h.Chain, words))),
            new("number", "audit.length", h => Cell.Number(h.Number)) { Numeric = true },
            new("hash", "audit.hash", h => Cell.Code(h.Hash)),
        ];
        var heads = await search.Heads(HttpContext.RequestAborted);
        var ask = TableAsk.Of(Request, columns, Chain, Math.Max(1, heads.Count));
        if (ask.Download is { } format)
        {
            return new TableFile<ChainHead>(
                format,
                "audit-heads",
                columns,
                heads.ToAsyncEnumerable()
            );
        }
        Table = TableView.Of("", "audit.heads-list", ask, columns, heads, heads.Count);
        return Page();
    }
}
