using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Lines;
using Karvan.Platform.Authorization;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Customs.Work;

/// <summary>Objections to customs lines: those that wait for an expert, and those of a firm that were decided lately.</summary>
internal sealed class TradeWork(LineObjectionSearch search, TimeProvider clock, PageTexts words)
    : IPendingWork
{
    /// <summary>How long a decision is news.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(14);

    public async Task<IReadOnlyList<PendingWork>> Find(Actor actor, CancellationToken cancellation)
    {
        var work = new List<PendingWork>();
        if (Decision.AllowsSome(actor, CustomsActs.AdjustLine))
        {
            var waiting = await search.Waiting(cancellation);
            if (waiting > 0)
            {
                work.Add(
                    new(
                        words["work.objections-waiting", ("count", waiting)],
                        Links.Trade.Contests.With("f-state", "Open").With("sort", "age")
                    )
                );
            }
        }
        if (actor.ActingFor is { } firm && Decision.AllowsSome(actor, CustomsActs.ObjectToLine))
        {
            var since = clock.GetUtcNow().UtcDateTime - Lately;
            var decided = await search.Decided(firm, since, cancellation);
            if (decided > 0)
            {
                work.Add(
                    new(
                        words["work.objections-decided", ("count", decided)],
                        Links.Trade.Contests.With("sort", "-age"),
                        Urgent: false
                    )
                );
            }
        }
        return work;
    }
}
