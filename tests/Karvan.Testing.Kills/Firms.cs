using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Testing.Kills;

internal static class Firms
{
    /// <summary>Firms of a province, each with a number it is known by.</summary>
    public static async Task<List<(Enterprise Firm, string Number)>> Of(
        KarvanContext db,
        string province
    )
    {
        var firms = await db
            .Enterprises.AsNoTracking()
            .Where(e => e.Province == province)
            .Join(
                db.Set<OutsideId>(),
                e => e.Id,
                o => o.EnterpriseId,
                (e, o) => new { Firm = e, o.Number }
            )
            .OrderBy(f => f.Number)
            .ToListAsync();
        return [.. firms.DistinctBy(f => f.Firm.Id).Select(f => (f.Firm, f.Number))];
    }
}
