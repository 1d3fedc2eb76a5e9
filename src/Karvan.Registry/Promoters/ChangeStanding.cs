using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;

namespace Karvan.Registry.Promoters;

/// <summary>
/// A promoter pauses, returns or leaves, by themselves or by the Organization. The role goes and comes in the same
/// change; what the Organization does is told to them.
/// </summary>
public sealed class ChangeStanding(KarvanContext db, Changes changes, TimeProvider clock)
{
    public async Task<Outcome<Promoter, PromoterRefusal>> Run(
        Guid id,
        int version,
        StandingChange standing,
        string? reason,
        CancellationToken cancellation = default
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var change = await changes.Begin(
            RegistryActs.ChangePromoterStanding,
            cancellation
        );
        var promoter = await db.FindPromoter(id, cancellation);
        if (promoter is null)
        {
            return PromoterRefusal.NotFound;
        }
        if (promoter.Version != version)
        {
            return PromoterRefusal.Stale;
        }
        var byThemselves = promoter.PersonId == db.Author.PersonId;
        if (promoter.Change(standing, byThemselves, reason, now) is { } refusal)
        {
            return refusal;
        }
        await db.KeepGrant(
            promoter.PersonId,
            holds: promoter.State is PromoterState.Approved,
            cancellation
        );
        DomainEvent changed = standing switch
        {
            StandingChange.Suspend => new PromoterSuspended(promoter, byThemselves),
            StandingChange.Return => new PromoterReturned(promoter, byThemselves),
            _ => new PromoterWithdrawn(promoter, byThemselves),
        };
        return await change.CommitOrStale(db, changed, cancellation) is { } late ? late : promoter;
    }
}
