using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Registry.Authorization;
using Karvan.Registry.Certificates;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Microsoft.EntityFrameworkCore;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Registry.Work;

/// <summary>Certificates that wait for the expert's check.</summary>
internal sealed class EraWork(KarvanContext db, PageTexts words) : IPendingWork
{
    public async Task<IReadOnlyList<PendingWork>> Find(Actor actor, CancellationToken cancellation)
    {
        if (!Decision.AllowsSome(actor, RegistryActs.CheckEraCertificate))
        {
            return [];
        }
        var waiting = await db.EraCertificates.CountAsync(
            c => c.State == EraCertificateState.Waiting,
            cancellation
        );
        return waiting == 0
            ? []
            :
            [
                new(
                    words["work.certificates-waiting", ("count", waiting)],
                    Links.Era.Index.With("f-state", "Waiting")
                ),
            ];
    }
}
