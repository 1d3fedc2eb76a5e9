using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Registry.Authorization;
using Karvan.Registry.Promoters;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Karvan.Web.Registry.Pages.Promoters;
using Microsoft.EntityFrameworkCore;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Registry.Work;

/// <summary>Applications that wait for the experts; one's own that waits for an answer, for its end, or for the experts.</summary>
internal sealed class PromoterWork(KarvanContext db, PromoterWorklist worklist, PageTexts words)
    : IPendingWork
{
    public async Task<IReadOnlyList<PendingWork>> Find(Actor actor, CancellationToken cancellation)
    {
        var work = new List<PendingWork>();
        if (Decision.AllowsSome(actor, RegistryActs.InterviewPromoter))
        {
            var (rows, total) = await worklist
                .Rows(
                    new WorklistQuery(
                        actor.PersonId,
                        State: PromoterState.Submitted,
                        Order: new(WorklistQuery.ByAge)
                    )
                )
                .Page(0, PendingWork.Most, cancellation);
            if (total > 0)
            {
                work.Add(
                    new(
                        words["work.promoters-waiting"],
                        [
                            .. rows.Select(p => new PendingRecord(
                                PageTexts.Name(PromoterTexts.Name(p.NameFa, p.NameEn, words)),
                                Links.Promoters.Applications.Details(p.Id),
                                p.SubmittedAt
                            )),
                        ],
                        total,
                        Links
                            .Promoters.Applications.Index.With("f-turn", "Submitted")
                            .With("sort", "age")
                    )
                );
            }
        }
        if (await Own(actor, cancellation) is { } own)
        {
            work.Add(own);
        }
        return work;
    }

    private async Task<PendingWork?> Own(Actor actor, CancellationToken cancellation)
    {
        var own = await db
            .Promoters.AsNoTracking()
            .Where(p => p.PersonId == actor.PersonId && p.ClosedAt == null)
            .Select(p => new
            {
                p.NameFa,
                p.State,
                Since = p.SubmittedAt ?? p.BegunAt,
            })
            .SingleOrDefaultAsync(cancellation);
        return own is not null && KeyOf(own.State) is { } key
            ? PendingWork.Of(
                words[key],
                new(PageTexts.Name(own.NameFa), Links.Promoters.Apply.Index, own.Since)
            ) with
            {
                IsWithOthers = own.State is PromoterState.Submitted,
            }
            : null;
    }

    private static string? KeyOf(PromoterState state) =>
        state switch
        {
            PromoterState.Draft => "work.promoter-draft",
            PromoterState.Asked => "work.promoter-asked",
            PromoterState.Submitted => "work.promoter-with-experts",
            _ => null,
        };
}
