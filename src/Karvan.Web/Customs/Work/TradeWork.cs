using Karvan.Customs.Authorization;
using Karvan.Customs.Lines;
using Karvan.Platform.Authorization;
using Karvan.Web.Components.Texts;
using Karvan.Web.Customs.Pages.Trade;
using Karvan.Web.Modules;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Customs.Work;

/// <summary>Objections to customs lines and missing declarations: the expert's turn, and what their firm waits for.</summary>
internal sealed class TradeWork(DisputeSearch search, PageTexts words) : IPendingWork
{
    public async Task<IReadOnlyList<PendingWork>> Find(Actor actor, CancellationToken cancellation)
    {
        var decides = Decision.AllowsSome(actor, CustomsActs.AdjustLine);
        if (!decides && actor.ActingFor is null)
        {
            return [];
        }
        var (rows, total) = await search
            .Rows(new DisputeQuery(State: DisputeState.Open))
            .Page(0, PendingWork.Most, cancellation);
        return total == 0
            ? []
            :
            [
                new(
                    words[decides ? "work.objections-waiting" : "work.objections-with-expert"],
                    [
                        .. rows.Select(o => new PendingRecord(
                            words[
                                o.Kind is DisputeKind.Missing ? "work.missing" : "work.objection",
                                ("declaration", words.Typed(o.Declaration)),
                                ("firm", o.Firm)
                            ],
                            DisputeListModel.PageOf(o),
                            o.AskedAt
                        )),
                    ],
                    total,
                    Links.Trade.Contests.With("f-state", "Open").With("sort", "age")
                )
                {
                    IsWithOthers = !decides,
                },
            ];
    }
}
