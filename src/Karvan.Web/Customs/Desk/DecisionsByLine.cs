using Karvan.Customs.Records;
using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Web.Customs.Desk;

internal sealed class DecisionsByLine(KarvanContext db) : INameRecords
{
    public string Kind => nameof(CustomsAdjustment);

    public async Task<IReadOnlyDictionary<Guid, Said>> Names(
        Actor actor,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellation
    ) =>
        await (
            from adjustment in db.CustomsAdjustments
            join firm in db.Enterprises on adjustment.EnterpriseId equals firm.Id
            where ids.Contains(adjustment.Id)
            select new { adjustment.Id, firm.NameFa }
        ).ToDictionaryAsync(a => a.Id, a => PageTexts.Name(a.NameFa), cancellation);
}
