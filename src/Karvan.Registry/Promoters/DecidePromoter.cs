using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Promoters;

/// <summary>
/// The Organization approves an application or refuses it with a reason (G1.a). The role comes in the same change, and
/// the message too.
/// </summary>
public sealed class DecidePromoter(KarvanContext db, Changes changes, TimeProvider clock)
{
    public async Task<Outcome<Promoter, PromoterRefusal>> Run(
        Guid id,
        int version,
        PromoterState decision,
        string? reason,
        CancellationToken cancellation = default
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var change = await changes.Begin(RegistryActs.DecidePromoter, cancellation);
        var promoter = await db.FindPromoter(id, cancellation);
        if (promoter is null)
        {
            return PromoterRefusal.NotFound;
        }
        if (promoter.PersonId == db.Author.PersonId)
        {
            return PromoterRefusal.OwnApplication;
        }
        if (promoter.Version != version)
        {
            return PromoterRefusal.Stale;
        }
        var interviewed = await db.Set<PromoterInterview>()
            .AnyAsync(i => i.PromoterId == id, cancellation);
        if (promoter.Decide(decision, reason, interviewed, now) is { } refusal)
        {
            return refusal;
        }
        if (decision is PromoterState.Approved)
        {
            await db.KeepGrant(promoter.PersonId, holds: true, cancellation);
        }
        DomainEvent decided =
            decision is PromoterState.Approved
                ? new PromoterApproved(promoter)
                : new PromoterRefused(promoter);
        return await change.CommitOrStale(db, decided, cancellation) is { } late ? late : promoter;
    }
}
