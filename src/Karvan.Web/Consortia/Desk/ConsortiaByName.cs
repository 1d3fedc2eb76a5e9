using Karvan.Consortia;
using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Web.Consortia.Desk;

/// <summary>Consortia by name, and those of a firm: a firm sees no others.</summary>
internal sealed class ConsortiaByName(KarvanContext db) : INameRecords, IOwnRecords
{
    public string Kind => nameof(Consortium);

    public async Task<IReadOnlyDictionary<Guid, Said>> Names(
        Actor actor,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellation
    ) =>
        await db
            .Consortia.Where(c => ids.Contains(c.Id))
            .Select(c => new { c.Id, c.NameFa })
            .ToDictionaryAsync(c => c.Id, c => PageTexts.Name(c.NameFa), cancellation);

    public async Task<IReadOnlyList<Guid>> Find(Actor actor, CancellationToken cancellation) =>
        actor.ActingFor is { } firm
            ? await db
                .Consortia.Where(c => c.Members.Any(m => m.EnterpriseId == firm))
                .Select(c => c.Id)
                .ToListAsync(cancellation)
            : [];

    public Task<IReadOnlyCollection<Guid>> Sought(
        SoughtWords sought,
        CancellationToken cancellation
    ) =>
        db.Consortia.Sought(
            sought,
            r => r.Id,
            word => r => r.SearchKey.Contains(word),
            cancellation
        );
}
