using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Accounts;

/// <summary>What several use cases ask of grants.</summary>
public static class GrantQueries
{
    /// <summary>Whether somebody holds just this: the same role, body, provinces and firm.</summary>
    internal static async Task<bool> Holds(
        this KarvanContext db,
        Guid person,
        Grant grant,
        CancellationToken cancellation
    )
    {
        var held = await db
            .Grants.AsNoTracking()
            .Where(g => g.PersonId == person)
            .ToListAsync(cancellation);
        return held.Exists(g =>
            g.Role == grant.Role
            && g.Body == grant.Body
            && g.EnterpriseId == grant.EnterpriseId
            && g.Provinces.Equals(grant.Provinces)
        );
    }

    /// <summary>Who is written to about a firm: those who act for it and are not shut out.</summary>
    /// <param name="claims">Whether those are among them whose claim to the firm is not verified.</param>
    public static Task<List<Person>> PeopleOf(
        this KarvanContext db,
        Guid firm,
        bool claims,
        CancellationToken cancellation
    ) =>
        db
            .Users.Where(u =>
                u.LockedAt == null
                && db.Set<Grant>()
                    .Any(g =>
                        g.PersonId == u.Id
                        && g.EnterpriseId == firm
                        && g.Role == Role.FirmUser
                        && (claims || !g.IsClaim)
                    )
            )
            .ToListAsync(cancellation);

    /// <summary>Who is written to about many firms whose claims are verified, by firm, with one question.</summary>
    public static async Task<ILookup<Guid, Person>> PeopleOfEach(
        this KarvanContext db,
        IQueryable<Guid> firms,
        CancellationToken cancellation
    ) =>
        (
            await (
                from grant in db.Set<Grant>()
                join person in db.Users on grant.PersonId equals person.Id
                where
                    person.LockedAt == null
                    && grant.Role == Role.FirmUser
                    && !grant.IsClaim
                    && grant.EnterpriseId != null
                    && firms.Contains(grant.EnterpriseId.Value)
                select new { grant.EnterpriseId, person }
            ).ToListAsync(cancellation)
        ).ToLookup(f => f.EnterpriseId!.Value, f => f.person);
}
