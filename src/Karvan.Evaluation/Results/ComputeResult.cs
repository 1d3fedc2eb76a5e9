using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Rules.Rulebooks;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Results;

/// <param name="Number">Of the result.</param>
/// <param name="Scores">SHA-256 of <c>scores.csv</c>.</param>
public sealed record ResultComputed(Subject Subject, int Number, string Scores)
    : DomainEvent(Subject);

/// <summary>Why nothing is computed.</summary>
public enum ResultRefusal
{
    /// <summary>The campaign is not there, or not the asker's to see.</summary>
    NotFound,

    /// <summary>The campaign is not at its reviews, nor before its committee.</summary>
    NotReviewing,

    /// <summary>No dossier was submitted.</summary>
    NothingFiled,

    /// <summary>Somebody computed at the same time.</summary>
    Stale,
}

/// <summary>
/// Scores the submitted dossiers of a campaign as they stand, and freezes what comes of it with its inputs. Nobody but the
/// secretary and auditors see it.
/// </summary>
public sealed class ComputeResult(
    KarvanContext db,
    Changes changes,
    CampaignFiles files,
    IRulebooks rulebooks,
    TimeProvider clock
)
{
    public async Task<Outcome<CampaignResult, ResultRefusal>> Run(
        Guid campaignId,
        CancellationToken cancellation = default
    )
    {
        var campaign = await db
            .Campaigns.AsNoTracking()
            .Include(c => c.Places)
            .SingleOrDefaultAsync(c => c.Id == campaignId, cancellation);
        if (campaign is null)
        {
            return ResultRefusal.NotFound;
        }
        if (campaign.State is not (CampaignState.Review or CampaignState.Committee))
        {
            return ResultRefusal.NotReviewing;
        }
        var book =
            rulebooks.Find(campaign.Rulebook)
            ?? throw new InvalidOperationException($"{campaign.Rulebook} went away.");
        await using var change = await changes.Begin(EvaluationActs.ComputeResult, cancellation);
        // It is not released meanwhile.
        if (!await db.Hold(campaign.Id, campaign.State, cancellation))
        {
            return ResultRefusal.NotReviewing;
        }
        // What is frozen is one set of files: a decision made meanwhile is wholly in it or not.
        var input = await files.Of(campaign, book, cancellation);
        if (input.Dossiers.Count == 0)
        {
            return ResultRefusal.NothingFiled;
        }
        var computed = await ComputedScores.Of(
            files,
            input,
            book,
            campaign.WinnersIn,
            campaign.Within is RankedWithin.ProvinceAndGroup
                ? RankingPool.ProvinceAndGroup
                : RankingPool.Province,
            cancellation
        );
        var last = await db
            .CampaignResults.Where(r => r.CampaignId == campaign.Id)
            .MaxAsync(r => (int?)r.Number, cancellation);
        var made = CampaignResult.Freeze(
            (campaign.Id, campaign.Province),
            (last ?? 0) + 1,
            input,
            computed,
            (db.Author.Name, clock.GetUtcNow().UtcDateTime)
        );
        db.CampaignResults.Add(made);
        try
        {
            await change.Commit(
                new ResultComputed(made.Subject, made.Number, made.ScoresHash),
                cancellation
            );
        }
        catch (DbUpdateException e) when (UniqueViolation.Is(e))
        {
            db.ChangeTracker.Clear();
            return ResultRefusal.Stale;
        }
        return made;
    }
}
