using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Committee;
using Karvan.Evaluation.Results;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Release;

/// <summary>
/// Makes the approved result known, all of it at once: score cards come into being, and everybody whom one is about is written
/// to, in one change. It is done once, and not undone.
/// </summary>
public sealed class ReleaseResult(
    KarvanContext db,
    Changes changes,
    CampaignReadiness readiness,
    ApprovedStandings standings,
    CardContents contents,
    ReleaseLetters letters,
    IRulebooks rulebooks,
    TimeProvider clock
)
{
    /// <param name="remark">What the secretary adds to every letter; null for nothing.</param>
    public async Task<Outcome<Campaign, ReleaseRefusal>> Run(
        Guid campaignId,
        int version,
        string? remark,
        CancellationToken cancellation = default
    )
    {
        await using var change = await changes.Begin(EvaluationActs.ReleaseResult, cancellation);
        var campaign = await db
            .Campaigns.Include(c => c.Places)
            .SingleOrDefaultAsync(c => c.Id == campaignId, cancellation);
        if (campaign is null)
        {
            return ReleaseRefusal.NotFound;
        }
        if (campaign.Version != version)
        {
            return ReleaseRefusal.Stale;
        }
        if (
            CampaignMoves.Find(CampaignMoves.Release, campaign.State) is not { } step
            || !await db.Hold(campaign.Id, campaign.State, cancellation)
        )
        {
            return ReleaseRefusal.NotBeforeCommittee;
        }
        var found = await readiness.Of(campaign, cancellation);
        if (
            step.Needs.Any(n => !found.Single(f => f.Need == n).IsMet)
            || await standings.Of(campaign, cancellation) is not { } approved
        )
        {
            return ReleaseRefusal.NotReady;
        }
        var book =
            rulebooks.Find(campaign.Rulebook)
            ?? throw new InvalidOperationException($"{campaign.Rulebook} went away.");
        var now = clock.GetUtcNow().UtcDateTime;
        var content = await contents.Of(approved.Result, book, cancellation);
        var cards = approved
            .Result.Rows.Select(r =>
                ReleasedCard.Of(campaign.Id, r, approved.Standings[r.Id], content[r.Id], now)
            )
            .ToList();
        db.ReleasedCards.AddRange(cards);
        campaign.Move(step.To);
        await letters.Write(
            campaign,
            cards,
            string.IsNullOrWhiteSpace(remark) ? null : remark.Trim(),
            cancellation
        );
        try
        {
            await change.Commit(
                new CampaignReleased(
                    campaign.Subject,
                    approved.Result.Number,
                    approved.Result.ScoresHash
                ),
                cancellation
            );
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return ReleaseRefusal.Stale;
        }
        return campaign;
    }
}
