using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
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
    string Sort = PeopleQuery.ByName,
    bool Descending = false,
    int Page = 1,
    int PageSize = 25
)
{
    public const string ByName = "name";
    public const string ByAge = "joined";
}

/// <summary>Finds accounts among those an administrator may keep.</summary>
public sealed class PeopleSearch(KarvanContext db, IFirmProvinces places)
{
    private const int InOneFile = 100_000;

    public async Task<(IReadOnlyList<PersonRow> Rows, int Total)> Find(
        Actor actor,
        PeopleQuery question,
        CancellationToken cancellation = default
    )
    {
        var found = await Matching(actor, question, cancellation);
        var total = await found.CountAsync(cancellation);
        var skip = (Math.Max(1, question.Page) - 1) * question.PageSize;
        var people = await Ordered(found, question)
            .Skip(skip)
            .Take(question.PageSize)
            .ToListAsync(cancellation);
        var ids = people.ConvertAll(p => p.Id);
        var grants = await db
            .Grants.AsNoTracking()
            .Where(g => ids.Contains(g.PersonId))
            .ToListAsync(cancellation);
        var held = grants.ToLookup(g => g.PersonId);
        var rows = people.ConvertAll(p => new PersonRow(
            p.Id,
            p.FullName,
            p.Email!,
            p.TwoFactorEnabled,
            p.LockedAt is not null,
            p.JoinedAt,
            [.. held[p.Id].Select(g => g.Role).Distinct().Order()],
            held[p.Id].Aggregate(Provinces.None, (all, g) => all.With(g.Provinces))
        ));
        return (rows, total);
    }

    /// <summary>All pages at once, for a file.</summary>
    public async IAsyncEnumerable<PersonRow> All(Actor actor, PeopleQuery question)
    {
        var (rows, _) = await Find(actor, question with { Page = 1, PageSize = InOneFile });
        foreach (var row in rows)
        {
            yield return row;
        }
    }

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

    private static IQueryable<Person> Ordered(IQueryable<Person> found, PeopleQuery question) =>
        (question.Sort, question.Descending) switch
        {
            (PeopleQuery.ByAge, false) => found.OrderBy(p => p.JoinedAt).ThenBy(p => p.Id),
            (PeopleQuery.ByAge, true) => found.OrderByDescending(p => p.JoinedAt).ThenBy(p => p.Id),
            (_, false) => found.OrderBy(p => p.SortKey).ThenBy(p => p.Id),
            (_, true) => found.OrderByDescending(p => p.SortKey).ThenBy(p => p.Id),
        };
}
