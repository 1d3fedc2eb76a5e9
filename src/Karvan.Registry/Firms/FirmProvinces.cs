using Karvan.Platform.Accounts;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Firms;

/// <summary>Looks beyond what the asker may see: only whose account it is depends on the answer.</summary>
public sealed class FirmProvinces(KarvanContext db) : IFirmProvinces
{
    public Task<List<string>> ProvincesOf(
        IReadOnlyList<Guid> firms,
        CancellationToken cancellation
    ) =>
        db
            .Enterprises.IgnoreQueryFilters()
            .Where(e => firms.Contains(e.Id))
            .Select(e => e.Province)
            .Distinct()
            .ToListAsync(cancellation);

    public IQueryable<Guid?> FirmsIn(Provinces provinces)
    {
        var (all, codes) = (provinces.All, provinces.Codes);
        return db
            .Enterprises.IgnoreQueryFilters()
            .Where(e => all || codes.Contains(e.Province))
            .Select(e => (Guid?)e.Id);
    }
}
