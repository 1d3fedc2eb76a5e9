using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Committee;
using Karvan.Evaluation.Results;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Release;

/// <summary>A result with what it comes to for each of its rows.</summary>
public sealed record StandingResult(
    CampaignResult Result,
    IReadOnlyDictionary<Guid, FinalStanding> Standings
);

/// <summary>The newest result of a campaign as its committee approved it.</summary>
public sealed class ApprovedStandings(KarvanContext db)
{
    /// <returns>Null where the newest result is not approved, or not the asker's to see.</returns>
    public async Task<StandingResult?> Of(
        Campaign campaign,
        CancellationToken cancellation = default
    )
    {
        var result = await db
            .CampaignResults.AsNoTracking()
            .Include(r => r.Rows)
            .Where(r => r.CampaignId == campaign.Id)
            .OrderByDescending(r => r.Number)
            .FirstOrDefaultAsync(cancellation);
        if (result is null)
        {
            return null;
        }
        var meeting = await db
            .CommitteeMeetings.AsNoTracking()
            .Include(m => m.Ties)
            .Where(m =>
                m.ResultId == result.Id && m.ClosedAt != null && m.VotesFor > m.VotesAgainst
            )
            .OrderByDescending(m => m.Number)
            .FirstOrDefaultAsync(cancellation);
        return meeting is null
            ? null
            : new StandingResult(
                result,
                FinalStandings.Of(
                    [.. result.Rows.OrderBy(r => r.Place)],
                    campaign.Within,
                    meeting.Ties.SelectMany(t => t.Exporters).ToHashSet(StringComparer.Ordinal),
                    campaign.ReserveIn
                )
            );
    }
}
