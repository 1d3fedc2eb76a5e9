using Karvan.Customs.Authorization;
using Karvan.Customs.Records;
using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Lines;

/// <summary>
/// A firm that moves takes its objections, what it reported as missing, the decisions about its lines, and their files along:
/// the expert of its new province decides what is open, and nobody of the old one sees what was handed in.
/// </summary>
public sealed class DecisionsFollow(KarvanContext db) : IReact<EnterpriseMoved>
{
    public async Task React(EnterpriseMoved happened, CancellationToken cancellation)
    {
        var (firm, province) = (happened.Firm.Id, happened.Firm.Province);
        var objections = await db
            .LineObjections.IgnoreQueryFilters([QueryFilters.Seen])
            .Where(c => c.EnterpriseId == firm)
            .ToListAsync(cancellation);
        objections.ForEach(c => c.Move(province));
        var adjustments = await db
            .CustomsAdjustments.IgnoreQueryFilters([QueryFilters.Seen])
            .Where(a => a.EnterpriseId == firm)
            .ToListAsync(cancellation);
        adjustments.ForEach(a => a.Move(province));
        var missing = await db
            .MissingDeclarations.IgnoreQueryFilters([QueryFilters.Seen])
            .Where(m => m.EnterpriseId == firm)
            .ToListAsync(cancellation);
        missing.ForEach(m => m.Move(province));
        var act = CustomsActs.ReadTrade.Name;
        var files = await db
            .Attachments.IgnoreQueryFilters([QueryFilters.Seen])
            .Where(f => f.EnterpriseId == firm && f.ReadAct == act)
            .ToListAsync(cancellation);
        files.ForEach(f => f.Move(province));
    }
}
