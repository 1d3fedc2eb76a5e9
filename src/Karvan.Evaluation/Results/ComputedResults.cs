using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Dossiers;
using Karvan.Evaluation.Reviews;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Results;

/// <summary>The results of a campaign, past what the asker may see of them.</summary>
public sealed class ComputedResults(KarvanContext db) : IComputedResults
{
    public async Task<bool> IsWhole(Guid campaign, CancellationToken cancellation = default)
    {
        // A result from before points were explained has no trail to show a firm.
        byte[] unexplained = [];
        var newest = await db
            .CampaignResults.IgnoreQueryFilters([QueryFilters.Seen])
            .Where(r => r.CampaignId == campaign)
            .OrderByDescending(r => r.Number)
            .Select(r => new
            {
                r.ComputedAt,
                r.Undecided,
                Rows = r.Rows.Count,
                Unexplained = r.Rows.Any(x => x.Explained == unexplained),
            })
            .FirstOrDefaultAsync(cancellation);
        if (newest is not { Undecided: 0, Unexplained: false })
        {
            return false;
        }
        var submitted = db
            .Dossiers.IgnoreQueryFilters([QueryFilters.Seen])
            .Where(d => d.CampaignId == campaign && d.State == DossierState.Submitted);
        return await submitted.CountAsync(cancellation) == newest.Rows
            && !await submitted.AnyAsync(d => d.SubmittedAt > newest.ComputedAt, cancellation)
            && !await db
                .ItemVerdicts.IgnoreQueryFilters([QueryFilters.Seen])
                .AnyAsync(v => v.CampaignId == campaign && v.At > newest.ComputedAt, cancellation);
    }
}
