using Karvan.Platform.Authorization;
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
        string kind,
        Promoter promoter,
        CancellationToken cancellation
    )
    {
        try
        {
            await change.Commit(kind, promoter.Subject, cancellation: cancellation);
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

    /// <summary>Writes a message to the applicant with the change it tells of.</summary>
    public static async Task Tell(
        this KarvanContext db,
        Guid person,
        Func<Person, (string Title, string Text)> letter,
        DateTime at,
        CancellationToken cancellation
    )
    {
        var reader = await db.Users.SingleAsync(u => u.Id == person, cancellation);
        var (title, text) = letter(reader);
        db.Outbox.Add(OutboxMessage.Write(Channel.Email, reader.Email!, title, text, at));
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
