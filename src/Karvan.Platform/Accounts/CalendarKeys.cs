using System.Security.Cryptography;
using System.Text;
using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Accounts;

/// <summary>Somebody made an address at which a calendar program reads their deadlines; an earlier one is worth nothing then.</summary>
public sealed record CalendarKeyMade(Subject Subject) : DomainEvent(Subject);

public sealed record CalendarKeyWithdrawn(Subject Subject) : DomainEvent(Subject);

/// <summary>
/// Addresses of calendars: each is a secret of its person, kept as a hash, and opens deadlines and nothing else.
/// </summary>
public sealed class CalendarKeys(KarvanContext db, Changes changes, TimeProvider clock)
{
    private const int Bytes = 24;

    /// <returns>Since when there is one; null where there is none.</returns>
    public async Task<DateTime?> Since(Guid person, CancellationToken cancellation = default) =>
        (
            await db.Set<CalendarKey>()
                .AsNoTracking()
                .SingleOrDefaultAsync(k => k.PersonId == person, cancellation)
        )?.MadeAt;

    /// <returns>The secret, which is shown this once.</returns>
    public async Task<string> Make(Guid person, CancellationToken cancellation = default)
    {
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));
        var now = clock.GetUtcNow().UtcDateTime;
        await using var change = await changes.Begin(PlatformActs.ManageOwnAccount, cancellation);
        var known = await db.Set<CalendarKey>()
            .SingleOrDefaultAsync(k => k.PersonId == person, cancellation);
        if (known is null)
        {
            db.Add(CalendarKey.Make(person, Hash(secret), now));
        }
        else
        {
            known.Renew(Hash(secret), now);
        }
        await change.Commit(new CalendarKeyMade(About(person)), cancellation);
        return secret;
    }

    public async Task Withdraw(Guid person, CancellationToken cancellation = default)
    {
        await using var change = await changes.Begin(PlatformActs.ManageOwnAccount, cancellation);
        if (
            await db.Set<CalendarKey>()
                .SingleOrDefaultAsync(k => k.PersonId == person, cancellation) is
            { } known
        )
        {
            db.Remove(known);
            await change.Commit(new CalendarKeyWithdrawn(About(person)), cancellation);
        }
    }

    /// <returns>
    /// Whose secret it is, as they are when they act for each of their firms in turn, and the language in which they are
    /// written to; null for a wrong one, and for somebody who is shut out. Staff without a second factor reach what they reach
    /// on pages: nothing.
    /// </returns>
    public async Task<CalendarReader?> Find(string secret, CancellationToken cancellation = default)
    {
        var hash = Hash(secret);
        var person = await (
            from key in db.Set<CalendarKey>().AsNoTracking()
            join p in db.Users.AsNoTracking() on key.PersonId equals p.Id
            where key.SecretHash == hash && p.LockedAt == null
            select p
        ).SingleOrDefaultAsync(cancellation);
        if (person is null)
        {
            return null;
        }
        var grants = await db
            .Grants.AsNoTracking()
            .Where(g => g.PersonId == person.Id)
            .OrderBy(g => g.Id)
            .ToListAsync(cancellation);
        var needsFactor = !person.TwoFactorEnabled && grants.Exists(g => g.Role.IsStaff());
        IReadOnlyList<Grant> held = needsFactor ? [] : grants;
        return new CalendarReader(
            person.Language,
            [
                .. held.Select(g => g.EnterpriseId)
                    .Distinct()
                    .Select(firm => Actor.Of(person.Id, person.FullName, held, firm)),
            ]
        );
    }

    private static string Hash(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static Subject About(Guid person) =>
        new(nameof(Person), person, Body.Shared, PersonId: person);
}

/// <param name="Turns">The same person, acting for one firm after the other.</param>
public sealed record CalendarReader(string Language, IReadOnlyList<Actor> Turns);
