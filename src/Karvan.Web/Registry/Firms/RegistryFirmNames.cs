using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Karvan.Web.Modules;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Web.Registry.Firms;

internal sealed class RegistryFirmNames(KarvanContext db) : IFirmNames
{
    public async Task<IReadOnlyList<FirmName>> Find(
        IReadOnlyCollection<Guid> firms,
        CancellationToken cancellation
    ) =>
        firms.Count == 0
            ? []
            : await db
                .Enterprises.IgnoreQueryFilters()
                .Where(e => firms.Contains(e.Id))
                .OrderBy(e => e.SortKey)
                .ThenBy(e => e.Id)
                .Select(e => new FirmName(e.Id, e.NameFa))
                .ToListAsync(cancellation);

    public Task<FirmName?> Seen(Guid firm, CancellationToken cancellation) =>
        db
            .Enterprises.Where(e => e.Id == firm)
            .Select(e => new FirmName(e.Id, e.NameFa))
            .SingleOrDefaultAsync(cancellation);
}
