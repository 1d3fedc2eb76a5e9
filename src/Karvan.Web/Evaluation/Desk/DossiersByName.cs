using Karvan.Evaluation.Dossiers;
using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Web.Evaluation.Desk;

/// <summary>Dossiers by the names of their firms.</summary>
internal sealed class DossiersByName(KarvanContext db) : INameRecords
{
    public string Kind => nameof(Dossier);

    public async Task<IReadOnlyDictionary<Guid, Said>> Names(
        Actor actor,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellation
    ) =>
        await (
            from dossier in db.Dossiers
            join firm in db.Enterprises on dossier.EnterpriseId equals firm.Id
            where ids.Contains(dossier.Id)
            select new { dossier.Id, firm.NameFa }
        ).ToDictionaryAsync(d => d.Id, d => PageTexts.Name(d.NameFa), cancellation);

    public Task<IReadOnlyCollection<Guid>> Sought(
        SoughtWords sought,
        CancellationToken cancellation
    ) =>
        db.Dossiers.Sought(
            sought,
            d => d.Id,
            word =>
                d =>
                    db.Set<Enterprise>()
                        .Any(e => e.Id == d.EnterpriseId && e.SearchKey.Contains(word)),
            cancellation
        );
}
