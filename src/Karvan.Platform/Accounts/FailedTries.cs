using Karvan.Platform.Events;
using Karvan.Platform.Notices;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Accounts;

/// <summary>
/// Counts what was guessed wrong, by account and address together: from an address that guessed several times nothing is
/// taken for a while, and the holder, who is somewhere else, goes on. Many addresses that guess at one account are counted
/// together: then nothing is taken from where its holder never was.
/// </summary>
public sealed class FailedTries(KarvanContext db, PostNotice notice, TimeProvider clock)
{
    /// <summary>In place of an address: by somebody who is signed in as the holder.</summary>
    public const string Inside = "inside";

    /// <summary>In place of an address: from all of them.</summary>
    private const string Anywhere = "anywhere";

    private const int MostFromOne = 8;
    private const int MostFromAll = 60;
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    /// <summary>Where somebody signed in within this time, they are known.</summary>
    private static readonly TimeSpan Known = TimeSpan.FromDays(90);

    /// <param name="address">Of the client, or <see cref="Inside"/>.</param>
    public async Task<bool> Rests(
        Person person,
        string address,
        CancellationToken cancellation = default
    )
    {
        var (id, now) = (person.Id, Now);
        var resting = await db.Set<TriedAddress>()
            .Where(t =>
                t.PersonId == id
                && (t.Address == address || t.Address == Anywhere)
                && t.RestsUntil > now
            )
            .Select(t => t.Address)
            .ToListAsync(cancellation);
        return resting.Contains(address, StringComparer.Ordinal)
            || (
                address is not Inside
                && resting.Count > 0
                && !await IsKnown(id, address, cancellation)
            );
    }

    /// <summary>Counts in the database, so that many tries at once are all counted, and commits the change.</summary>
    public async Task Count(
        Change change,
        Person person,
        string address,
        DomainEvent happened,
        CancellationToken cancellation
    )
    {
        var rests = await Count(person.Id, address, MostFromOne, cancellation);
        if (address is not Inside)
        {
            rests |= await Count(person.Id, Anywhere, MostFromAll, cancellation);
        }
        if (rests)
        {
            notice.To(person, AccountNotices.LockedOut);
        }
        await change.Commit(happened, cancellation);
    }

    /// <summary>Begins to count anew for this address. False when it rests meanwhile, or the account is shut: then the change must not be committed.</summary>
    public async Task<bool> Forget(Person person, string address, CancellationToken cancellation)
    {
        var id = person.Id;
        // The row is held from here on: a try that lets the address rest is before this or after it.
        await db.Set<TriedAddress>()
            .Where(t => t.PersonId == id && t.Address == address)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.Failed, 0), cancellation);
        return !await Rests(person, address, cancellation)
            && await db.Users.AnyAsync(p => p.Id == id && p.LockedAt == null, cancellation);
    }

    /// <summary>The holder has shown who they are in another way, or an administrator knows.</summary>
    /// <returns>Whether anything rested.</returns>
    internal async Task<bool> ForgetAll(Guid person, CancellationToken cancellation)
    {
        var now = Now;
        var rested = await db.Set<TriedAddress>()
            .AnyAsync(t => t.PersonId == person && t.RestsUntil > now, cancellation);
        await db.Set<TriedAddress>()
            .Where(t => t.PersonId == person)
            .ExecuteDeleteAsync(cancellation);
        return rested;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <returns>Whether it rests from now on, and did not before.</returns>
    private async Task<bool> Count(
        Guid person,
        string address,
        int most,
        CancellationToken cancellation
    )
    {
        var now = Now;
        var since = now - Rest;
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "TriedAddresses" ("PersonId", "Address", "Failed", "LastAt")
            VALUES ({person}, {address}, 1, {now})
            ON CONFLICT ("PersonId", "Address") DO UPDATE SET
              "Failed" = CASE WHEN "TriedAddresses"."LastAt" < {since} THEN 1 ELSE "TriedAddresses"."Failed" + 1 END,
              "LastAt" = {now}
            """,
            cancellation
        );
        DateTime? until = now + Rest;
        return await db.Set<TriedAddress>()
                .Where(t =>
                    t.PersonId == person
                    && t.Address == address
                    && t.Failed >= most
                    && (t.RestsUntil == null || t.RestsUntil <= now)
                )
                .ExecuteUpdateAsync(
                    set => set.SetProperty(t => t.Failed, 0).SetProperty(t => t.RestsUntil, until),
                    cancellation
                ) == 1;
    }

    private Task<bool> IsKnown(Guid person, string address, CancellationToken cancellation)
    {
        var since = Now - Known;
        return db.Sessions.AnyAsync(
            s => s.PersonId == person && s.Address == address && s.StartedAt > since,
            cancellation
        );
    }
}
