using Karvan.Platform.Audit;
using Karvan.Platform.Authorization;
using Karvan.Platform.Searching;
using Karvan.Texts;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Events;

namespace Karvan.Web.Platform.Pages.Audit;

/// <summary>
/// The newest link of every chain, for anybody to keep: who holds one can show later that nothing before it was
/// written over. It says how much happened, not what.
/// </summary>
[Asks(nameof(PlatformActs.ReadPublic))]
public sealed class ChainHeadsModel(AuditSearch search, PageTexts words)
    : ListPage<ChainHead>(words)
{
    private const string Chain = "chain";

    private IReadOnlyList<ChainHead> heads = [];

    protected override async ValueTask<ListTable<ChainHead>> Describe()
    {
        heads = await search.Heads(Cancellation);
        Column<ChainHead>[] columns =
        [
            new(Chain, "audit.chain", h => Cell.Code(h.Chain)),
            new("name", "audit.chain-name", h => Cell.Said(EventTexts.Chain(h.Chain, W))),
            new("number", "audit.length", h => Cell.Number(h.Number)) { Numeric = true },
            new("hash", "audit.hash", h => Cell.Code(h.Hash)),
        ];
        return new("audit.heads-list", "audit-heads", Chain, columns)
        {
            PageSize = Math.Max(1, heads.Count),
        };
    }

    protected override ValueTask<FoundRows<ChainHead>> Rows(
        ListTable<ChainHead> list,
        TableAsk ask
    ) => new(new RowsAtHand<ChainHead>(heads));
}
