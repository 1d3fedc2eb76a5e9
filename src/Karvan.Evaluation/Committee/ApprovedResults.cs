using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Results;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Committee;

/// <summary>The meetings of a campaign, past what the asker may see of them.</summary>
public sealed class ApprovedResults(KarvanContext db) : IApprovedResults
{
    public async Task<bool> IsApproved(Guid campaign, CancellationToken cancellation = default)
    {
        var newest = await db
            .CampaignResults.IgnoreQueryFilters([QueryFilters.Seen])
            .Where(r => r.CampaignId == campaign)
            .OrderByDescending(r => r.Number)
            .Select(r => (Guid?)r.Id)
            .FirstOrDefaultAsync(cancellation);
        return newest is { } result
            && await db
                .CommitteeMeetings.IgnoreQueryFilters([QueryFilters.Seen])
                .AnyAsync(
                    m => m.ResultId == result && m.ClosedAt != null && m.VotesFor > m.VotesAgainst,
                    cancellation
                );
    }
}
