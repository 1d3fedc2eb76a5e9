using Karvan.Customs.Authorization;
using Karvan.Customs.Lines;
using Karvan.Customs.Records;
using Karvan.Platform.Authorization;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Customs.Work;

/// <summary>Objections to customs lines: the expert's turn, and what their firm waits for.</summary>
internal sealed class TradeWork(LineObjectionSearch search, PageTexts words) : IPendingWork
{
    public async Task<IReadOnlyList<PendingWork>> Find(Actor actor, CancellationToken cancellation)
    {
        var decides = Decision.AllowsSome(actor, CustomsActs.AdjustLine);
        if (!decides && actor.ActingFor is null)
        {
            return [];
        }
        var (rows, total) = await search
            .Rows(new LineObjectionQuery(State: LineObjectionState.Open))
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
                                "work.objection",
                                ("declaration", words.Typed(o.Declaration)),
                                ("firm", o.Firm)
                            ],
                            Links.Trade.Objection(o.Id),
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
