using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Web.Registry.Desk;

internal sealed class FirmsByName(KarvanContext db) : INameRecords
{
    public string Kind => nameof(Enterprise);

    public async Task<IReadOnlyDictionary<Guid, Said>> Names(
        Actor actor,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellation
    ) =>
        await db
            .Enterprises.Where(e => ids.Contains(e.Id))
            .Select(e => new { e.Id, e.NameFa })
            .ToDictionaryAsync(e => e.Id, e => PageTexts.Name(e.NameFa), cancellation);

    public Task<IReadOnlyCollection<Guid>> Sought(
        SoughtWords sought,
        CancellationToken cancellation
    ) =>
        db.Enterprises.Sought(
            sought,
            r => r.Id,
            word => r => r.SearchKey.Contains(word),
            cancellation
        );
}
