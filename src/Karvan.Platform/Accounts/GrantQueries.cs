using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Accounts;

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
}
