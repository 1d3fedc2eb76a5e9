using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Microsoft.EntityFrameworkCore;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Registry.Work;

/// <summary>Registrations that wait for their expert; an expert's question that waits for the firm.</summary>
internal sealed class RegistryWork(KarvanContext db, PageTexts words) : IPendingWork
{
    public async Task<IReadOnlyList<PendingWork>> Find(Actor actor, CancellationToken cancellation)
    {
        var work = new List<PendingWork>();
        if (Decision.AllowsSome(actor, RegistryActs.VerifyEnterprise))
        {
            var waiting = await db.Enterprises.CountAsync(
                e => e.State == VerificationState.Waiting,
                cancellation
            );
            if (waiting > 0)
            {
                work.Add(
                    new(
                        words["work.firms-waiting", ("count", waiting)],
                        Links.Enterprises.Index.With("f-state", "Waiting").With("sort", "age")
                    )
                );
            }
        }
        if (actor.ActingFor is { } firm)
        {
            var own = await db
                .Enterprises.AsNoTracking()
                .Where(e => e.Id == firm)
                .Select(e => new { e.NameFa, e.State })
                .SingleOrDefaultAsync(cancellation);
            if (own is not null && KeyOf(own.State) is { } key)
            {
                work.Add(
                    new(
                        words[key, ("firm", own.NameFa)],
                        Links.Enterprises.Details(firm),
                        own.State is not VerificationState.Waiting
                    )
                );
            }
        }
        return work;
    }

    private static string? KeyOf(VerificationState state) =>
        state switch
        {
            VerificationState.Asked => "work.firm-asked",
            VerificationState.Refused => "work.firm-refused",
            VerificationState.Waiting => "work.firm-with-expert",
            _ => null,
        };
}
