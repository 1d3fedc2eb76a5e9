using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Dossiers;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Reviews;

/// <summary>Gives a submitted dossier to a reviewer against whom nothing on record speaks.</summary>
public sealed class AssignReview(
    KarvanContext db,
    Changes changes,
    ReviewConflicts conflicts,
    TimeProvider clock
)
{
    /// <param name="place">1, or 2 where the campaign goes by two reviewers.</param>
    public async Task<Outcome<ReviewAssignment, ReviewRefusal>> Run(
        Guid dossierId,
        Guid reviewer,
        int place,
        CancellationToken cancellation = default
    )
    {
        await using var change = await changes.Begin(EvaluationActs.AssignReview, cancellation);
        var dossier = await db
            .Dossiers.AsNoTracking()
            .SingleOrDefaultAsync(d => d.Id == dossierId, cancellation);
        if (dossier is null)
        {
            return ReviewRefusal.NotFound;
        }
        if (dossier.State is not DossierState.Submitted)
        {
            return ReviewRefusal.NotSubmitted;
        }
        var campaign = await db
            .Campaigns.AsNoTracking()
            .SingleAsync(c => c.Id == dossier.CampaignId, cancellation);
        if (place < 1 || place > campaign.Reviewers)
        {
            return ReviewRefusal.NoSuchPlace;
        }
        if (await conflicts.Of(dossier, reviewer, cancellation) is { } conflict)
        {
            return conflict;
        }
        var given = await db
            .ReviewAssignments.AsNoTracking()
            .Where(r => r.DossierId == dossier.Id)
            .ToListAsync(cancellation);
        if (given.Exists(r => r.Place == place && r.RecusedAt is null))
        {
            return ReviewRefusal.PlaceTaken;
        }
        if (given.Exists(r => r.ReviewerId == reviewer))
        {
            return ReviewRefusal.SamePerson;
        }
        var made = ReviewAssignment.Give(
            (campaign.Id, dossier.Id, dossier.Province),
            reviewer,
            place,
            db.Author.Name,
            clock.GetUtcNow().UtcDateTime
        );
        db.ReviewAssignments.Add(made);
        try
        {
            await change.Commit(new ReviewAssigned(made.Subject, place), cancellation);
        }
        catch (DbUpdateException e) when (UniqueViolation.Is(e))
        {
            db.ChangeTracker.Clear();
            return ReviewRefusal.PlaceTaken;
        }
        return made;
    }
}
