using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.People;

internal static class GrantQueries
{
    /// <summary>Whether somebody holds just this: the same role, body, provinces and firm.</summary>
    public static async Task<bool> Holds(
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

    /// <summary>The event of a grant stands in the chain of its body, and of its province where it has just one.</summary>
    public static Subject ChainOf(
        string kind,
        Guid id,
        Body body,
        Provinces provinces,
        Guid? person
    ) =>
        new(
            kind,
            id,
            body,
            provinces is { All: false, Codes: [var province] } ? province : null,
            PersonId: person
        );
}
