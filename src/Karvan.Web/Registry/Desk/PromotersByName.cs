using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Registry.Promoters;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Karvan.Web.Registry.Pages.Promoters;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Web.Registry.Desk;

/// <summary>Applications by the names of their authors, and one's own.</summary>
internal sealed class PromotersByName(KarvanContext db, PageTexts words) : INameRecords, IOwnRecords
{
    public string Kind => nameof(Promoter);

    public async Task<IReadOnlyDictionary<Guid, Said>> Names(
        Actor actor,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellation
    ) =>
        await db
            .Promoters.Where(p => ids.Contains(p.Id))
            .Select(p => new
            {
                p.Id,
                p.NameFa,
                p.NameEn,
            })
            .ToDictionaryAsync(
                p => p.Id,
                p => PageTexts.Name(PromoterTexts.Name(p.NameFa, p.NameEn, words)),
                cancellation
            );

    /// <summary>Staff are told of applications by their province.</summary>
    public async Task<IReadOnlyList<Guid>> Find(Actor actor, CancellationToken cancellation) =>
        actor.Grants.Any(g => g.Role.IsStaff())
            ? []
            : await db
                .Promoters.Where(p => p.PersonId == actor.PersonId)
                .Select(p => p.Id)
                .ToListAsync(cancellation);

    public Task<IReadOnlyCollection<Guid>> Sought(
        SoughtWords sought,
        CancellationToken cancellation
    ) =>
        db.Promoters.Sought(
            sought,
            r => r.Id,
            word => r => r.SearchKey.Contains(word),
            cancellation
        );
}
