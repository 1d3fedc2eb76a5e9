using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Conduct;

/// <summary>A firm's cases and obligations, the newest first; none for whom they are not to be seen.</summary>
public sealed class FirmCompliance(KarvanContext db)
{
    public async Task<IReadOnlyList<ViolationCase>> Cases(
        Guid firm,
        CancellationToken cancellation = default
    ) =>
        await db
            .ViolationCases.AsNoTracking()
            .Where(c => c.EnterpriseId == firm)
            .OrderByDescending(c => c.IndictedOn)
            .ThenBy(c => c.Id)
            .ToListAsync(cancellation);

    public Task<ViolationCase?> One(Guid id, CancellationToken cancellation = default) =>
        db.ViolationCases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellation);

    public async Task<IReadOnlyList<CurrencyObligation>> Obligations(
        Guid firm,
        CancellationToken cancellation = default
    ) =>
        await db
            .CurrencyObligations.AsNoTracking()
            .Where(o => o.EnterpriseId == firm)
            .OrderByDescending(o => o.SolarYear)
            .ThenByDescending(o => o.EnteredAt)
            .ThenBy(o => o.Id)
            .ToListAsync(cancellation);
}
