using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.Outbox;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Promoters;

/// <summary>What every change of an application ends with.</summary>
internal static class PromoterCommit
{
    /// <returns>Null, or that somebody else was quicker: the version or the unique index has the last word.</returns>
    public static async Task<PromoterRefusal?> CommitOrStale(
        this Change change,
        KarvanContext db,
        DomainEvent happened,
        CancellationToken cancellation
    )
    {
        try
        {
            await change.Commit(happened, cancellation);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return PromoterRefusal.Stale;
        }
        catch (DbUpdateException e) when (UniqueViolation.Is(e))
        {
            db.ChangeTracker.Clear();
            return PromoterRefusal.Stale;
        }
    }

    public static Task<Promoter?> FindPromoter(
        this KarvanContext db,
        Guid id,
        CancellationToken cancellation
    ) => db.Promoters.SingleOrDefaultAsync(p => p.Id == id, cancellation);

    /// <summary>The role comes with the place in the databank and goes with it.</summary>
    public static async Task KeepGrant(
        this KarvanContext db,
        Guid person,
        bool holds,
        CancellationToken cancellation
    )
    {
        var held = await db
            .Grants.Where(g => g.PersonId == person && g.Role == Role.Promoter)
            .ToListAsync(cancellation);
        if (!holds)
        {
            db.Grants.RemoveRange(held);
        }
        else if (held.Count == 0)
        {
            db.Grants.Add(Grant.OfPerson(person, Role.Promoter));
        }
    }
}
