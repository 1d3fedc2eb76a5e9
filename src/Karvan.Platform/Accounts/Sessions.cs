using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Accounts;

/// <summary>A person's own sessions: listed, ended, and turned from one of their firms to another.</summary>
public sealed class Sessions(KarvanContext db, Changes changes, TimeProvider clock)
{
    public Task<List<Session>> Of(Guid person, CancellationToken cancellation = default) =>
        db
            .Sessions.AsNoTracking()
            .Where(s => s.PersonId == person && s.EndedAt == null)
            .OrderByDescending(s => s.SeenAt)
            .ToListAsync(cancellation);

    /// <summary>
    /// Until when somebody was here before this session began, on whatever device; null where they never were. One that
    /// still goes on beside it had shown what there was when this one began.
    /// </summary>
    public async Task<DateTime?> SeenBefore(
        Guid person,
        Guid session,
        CancellationToken cancellation = default
    )
    {
        var earlier = await (
            from now in db.Sessions
            join other in db.Sessions on now.PersonId equals other.PersonId
            where now.Id == session && now.PersonId == person && other.StartedAt < now.StartedAt
            orderby other.SeenAt descending
            select new { other.SeenAt, now.StartedAt }
        ).FirstOrDefaultAsync(cancellation);
        return earlier is null ? null
            : earlier.SeenAt < earlier.StartedAt ? earlier.SeenAt
            : earlier.StartedAt;
    }

    /// <returns>False when it is not theirs, or over already.</returns>
    public async Task<bool> End(Guid person, Guid session, CancellationToken cancellation = default)
    {
        await using var change = await changes.Begin(PlatformActs.ManageOwnAccount, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        var ended = await db
            .Sessions.Where(s => s.Id == session && s.PersonId == person && s.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellation);
        if (ended == 0)
        {
            return false;
        }
        await change.Commit(new SessionEnded(About(person)), cancellation);
        return true;
    }

    /// <summary>Acts for another of one's firms from now on; no second log-in.</summary>
    /// <returns>False when they hold no grant for it.</returns>
    public async Task<bool> ActFor(
        Guid person,
        Guid session,
        Guid enterprise,
        CancellationToken cancellation = default
    )
    {
        if (
            !await db.Grants.AnyAsync(
                g => g.PersonId == person && g.EnterpriseId == enterprise,
                cancellation
            )
        )
        {
            return false;
        }
        return await db
                .Sessions.Where(s => s.Id == session && s.PersonId == person && s.EndedAt == null)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(s => s.ActingFor, enterprise),
                    cancellation
                ) == 1;
    }

    private static Subject About(Guid person) =>
        new(nameof(Person), person, Body.Shared, PersonId: person);
}
