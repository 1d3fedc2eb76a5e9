using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Registry.Authorization;
using Karvan.Registry.Promoters;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Microsoft.EntityFrameworkCore;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Registry.Work;

/// <summary>Applications that wait for the experts; an expert's question that waits for the applicant.</summary>
internal sealed class PromoterWork(KarvanContext db, PageTexts words) : IPendingWork
{
    public async Task<IReadOnlyList<PendingWork>> Find(Actor actor, CancellationToken cancellation)
    {
        var work = new List<PendingWork>();
        if (Decision.AllowsSome(actor, RegistryActs.InterviewPromoter))
        {
            var waiting = await db.Promoters.CountAsync(
                p => p.State == PromoterState.Submitted && p.PersonId != actor.PersonId,
                cancellation
            );
            if (waiting > 0)
            {
                work.Add(
                    new(
                        words["work.promoters-waiting", ("count", waiting)],
                        Links
                            .Promoters.Applications.Index.With("f-turn", "Submitted")
                            .With("sort", "age")
                    )
                );
            }
        }
        if (
            await db.Promoters.AnyAsync(
                p => p.PersonId == actor.PersonId && p.State == PromoterState.Asked,
                cancellation
            )
        )
        {
            work.Add(new(words["work.promoter-asked"], Links.Promoters.Apply.Index));
        }
        return work;
    }
}
