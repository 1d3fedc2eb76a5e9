using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Searching;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Accounts;

/// <summary>Somebody in a list, with what they hold.</summary>
public sealed record PersonRow(
    Guid Id,
    string FullName,
    string Email,
    bool SecondFactor,
    bool Locked,
    DateTime JoinedAt,
    IReadOnlyList<Role> Roles,
    Provinces Provinces
);

/// <summary>An account that an administrator may keep.</summary>
/// <param name="FirmProvinces">Of the firms the person acts for.</param>
public sealed record KeptPerson(
    Person Person,
    IReadOnlyList<Grant> Grants,
    IReadOnlyList<string> FirmProvinces
);

/// <param name="Words">Of name or address, in any order and spelling.</param>
/// <param name="Province">Code: of a role of staff, or of a firm.</param>
public sealed record PeopleQuery(
    string? Words = null,
    Role? Role = null,
    string? Province = null,
    SortOrder Order = default
)
{
    public const string ByName = "name";
    public const string ByAge = "joined";
}

/// <summary>Finds accounts among those an administrator may keep.</summary>
public sealed class PeopleSearch(KarvanContext db, IFirmProvinces places)
{
    private static readonly RowOrders<Person> Orders = new RowOrders<Person>(p => p.Id)
        .By(PeopleQuery.ByName, p => p.SortKey)
        .By(PeopleQuery.ByAge, p => p.JoinedAt);

    public FoundRows<PersonRow> Rows(Actor actor, PeopleQuery question) =>
        new KeptRows(this, actor, question);

    /// <summary>One account with its grants, if this administrator may keep it.</summary>
    public async Task<KeptPerson?> One(
        Actor actor,
        Guid id,
        CancellationToken cancellation = default
    )
    {
        var person = await db
            .Users.AsNoTracking()
            .SingleOrDefaultAsync(p => p.Id == id, cancellation);
        if (person is null)
        {
            return null;
        }
        var grants = await db
            .Grants.AsNoTracking()
            .Where(g => g.PersonId == id)
            .OrderBy(g => g.Id)
            .ToListAsync(cancellation);
        var firms = grants.Select(g => g.EnterpriseId).OfType<Guid>().ToList();
        var provinces = await places.ProvincesOf(firms, cancellation);
        return GrantReach.MayKeep(actor, grants, provinces)
            ? new KeptPerson(person, grants, provinces)
            : null;
    }

    private async Task<IQueryable<Person>> Matching(
        Actor actor,
        PeopleQuery question,
        CancellationToken cancellation
    )
    {
        var found = db.Users.AsNoTracking();
        // Staff are few: their sets of provinces are compared here, and not by the database.
        var staff = await db
            .Grants.AsNoTracking()
            .Where(g => g.EnterpriseId == null)
            .ToListAsync(cancellation);
        if (!GrantReach.IsNational(actor))
        {
            var held = staff
                .Where(g => g.Role.IsStaff())
                .GroupBy(g => g.PersonId)
                .Select(g => (Id: g.Key, Kept: GrantReach.MayKeep(actor, [.. g], [])))
                .ToList();
            var kept = held.Where(h => h.Kept).Select(h => h.Id).ToList();
            var beyond = held.Where(h => !h.Kept).Select(h => h.Id).ToList();
            var reach = GrantReach.Of(actor);
            var firms = places.FirmsIn(reach);
            found = found.Where(p =>
                kept.Contains(p.Id)
                || (
                    !beyond.Contains(p.Id)
                    && db.Set<Grant>()
                        .Any(g => g.PersonId == p.Id && firms.Contains(g.EnterpriseId))
                )
            );
        }
        foreach (var word in PersianText.Words(question.Words))
        {
            var capitals = word.ToUpperInvariant();
            found = found.Where(p =>
                p.SearchKey.Contains(word) || p.NormalizedEmail!.Contains(capitals)
            );
        }
        if (question.Role is { } role)
        {
            found = found.Where(p =>
                db.Set<Grant>().Any(g => g.PersonId == p.Id && g.Role == role)
            );
        }
        if (question.Province is { } province)
        {
            var there = staff
                .Where(g => g.Provinces.Contains(province))
                .Select(g => g.PersonId)
                .Distinct()
                .ToList();
            var firms = places.FirmsIn(Provinces.Of(province));
            found = found.Where(p =>
                there.Contains(p.Id)
                || db.Set<Grant>().Any(g => g.PersonId == p.Id && firms.Contains(g.EnterpriseId))
            );
        }
        return found;
    }

    private async Task<List<PersonRow>> WithGrants(
        IQueryable<Person> found,
        CancellationToken cancellation
    )
    {
        var people = await found.ToListAsync(cancellation);
        var ids = people.ConvertAll(p => p.Id);
        var grants = await db
            .Grants.AsNoTracking()
            .Where(g => ids.Contains(g.PersonId))
            .ToListAsync(cancellation);
        var held = grants.ToLookup(g => g.PersonId);
        return people.ConvertAll(p => new PersonRow(
            p.Id,
            p.FullName,
            p.Email!,
            p.TwoFactorEnabled,
            p.LockedAt is not null,
            p.JoinedAt,
            [.. held[p.Id].Select(g => g.Role).Distinct().Order()],
            held[p.Id].Aggregate(Provinces.None, (all, g) => all.With(g.Provinces))
        ));
    }

    private sealed class KeptRows(PeopleSearch search, Actor actor, PeopleQuery question)
        : FoundRows<PersonRow>
    {
        public override async Task<(IReadOnlyList<PersonRow> Rows, int Total)> Page(
            int skip = 0,
            int take = 25,
            CancellationToken cancellation = default
        )
        {
            var found = await search.Matching(actor, question, cancellation);
            var total = await found.CountAsync(cancellation);
            var page = Orders.Of(found, question.Order).Skip(skip).Take(take);
            return (await search.WithGrants(page, cancellation), total);
        }

        /// <summary>At once: what each holds is read for all of them together.</summary>
        public override async IAsyncEnumerable<PersonRow> All()
        {
            var found = await search.Matching(actor, question, CancellationToken.None);
            var all = Orders.Of(found, question.Order);
            foreach (var row in await search.WithGrants(all, CancellationToken.None))
            {
                yield return row;
            }
        }
    }
}
