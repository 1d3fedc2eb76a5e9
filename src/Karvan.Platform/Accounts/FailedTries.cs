using Karvan.Platform.Events;
using Karvan.Platform.Notices;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Accounts;

/// <summary>Counts what was guessed wrong. After several in a row the account rests for a while, and its holder is told.</summary>
public sealed class FailedTries(
    KarvanContext db,
    UserManager<Person> people,
    PostNotice notice,
    TimeProvider clock
)
{
    public bool IsLockedOut(Person person) => person.LockoutEnd > clock.GetUtcNow();

    /// <summary>Counts in the database, so that many tries at once are all counted, and commits the change.</summary>
    public async Task Count(
        Change change,
        Person person,
        DomainEvent happened,
        CancellationToken cancellation
    )
    {
        var id = person.Id;
        var options = people.Options.Lockout;
        await db
            .Users.Where(p => p.Id == id)
            .ExecuteUpdateAsync(
                set => set.SetProperty(p => p.AccessFailedCount, p => p.AccessFailedCount + 1),
                cancellation
            );
        var failed = await db
            .Users.Where(p => p.Id == id)
            .Select(p => p.AccessFailedCount)
            .SingleAsync(cancellation);
        if (failed >= options.MaxFailedAccessAttempts && !IsLockedOut(person))
        {
            DateTimeOffset? until = clock.GetUtcNow() + options.DefaultLockoutTimeSpan;
            await db
                .Users.Where(p => p.Id == id)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(p => p.AccessFailedCount, 0)
                            .SetProperty(p => p.LockoutEnd, until),
                    cancellation
                );
            notice.To(person, AccountNotices.LockedOut);
        }
        await change.Commit(happened, cancellation);
    }

    /// <summary>Begins to count anew. False when the account was locked out meanwhile: then the change must not be committed.</summary>
    public async Task<bool> Forget(Person person, CancellationToken cancellation)
    {
        var id = person.Id;
        // The row is held from here on: a try that locks the account is before this or after it.
        await db
            .Users.Where(p => p.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.AccessFailedCount, 0), cancellation);
        var now = await db
            .Users.AsNoTracking()
            .Where(p => p.Id == id)
            .Select(p => new { p.LockoutEnd, p.LockedAt })
            .SingleAsync(cancellation);
        return now.LockedAt is null && !(now.LockoutEnd > clock.GetUtcNow());
    }
}
