using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Results;

/// <summary>A row with the name of its firm.</summary>
public sealed record NamedResultRow(ResultRow Row, string Firm);

/// <summary>Finds results among those the asker may see.</summary>
public sealed class ResultSearch(KarvanContext db)
{
    public Task<CampaignResult?> One(Guid id, CancellationToken cancellation = default) =>
        db.CampaignResults.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation);

    /// <summary>With its rows.</summary>
    public Task<CampaignResult?> Whole(Guid id, CancellationToken cancellation = default) =>
        db
            .CampaignResults.AsNoTracking()
            .Include(r => r.Rows)
            .SingleOrDefaultAsync(r => r.Id == id, cancellation);

    /// <summary>Those of a campaign, the newest first.</summary>
    public async Task<IReadOnlyList<CampaignResult>> Of(
        Guid campaign,
        CancellationToken cancellation = default
    ) =>
        await db
            .CampaignResults.AsNoTracking()
            .Where(r => r.CampaignId == campaign)
            .OrderByDescending(r => r.Number)
            .ToListAsync(cancellation);

    /// <summary>In the order of <c>scores.csv</c>; of a result that the asker may see.</summary>
    public async Task<IReadOnlyList<NamedResultRow>> Rows(
        Guid result,
        CancellationToken cancellation = default
    )
    {
        var found = await (
            from of in db.CampaignResults
            from row in of.Rows
            join firm in db.Set<Karvan.Registry.Firms.Enterprise>()
                .IgnoreQueryFilters([QueryFilters.Seen])
                on row.EnterpriseId equals firm.Id
            where of.Id == result
            orderby row.Place
            select new { row, firm.NameFa }
        )
            .AsNoTracking()
            .ToListAsync(cancellation);
        return [.. found.Select(f => new NamedResultRow(f.row, f.NameFa))];
    }
}
