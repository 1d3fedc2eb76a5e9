using Karvan.Evaluation.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Campaigns;

internal static class CampaignChanges
{
    /// <summary>One change of a campaign over the version that somebody looked at.</summary>
    /// <param name="version">Of the campaign when the form was opened.</param>
    /// <param name="act">Changes it, or says why not.</param>
    public static async Task<Outcome<Campaign, CampaignRefusal>> ChangeCampaign(
        this KarvanContext db,
        Changes changes,
        Guid id,
        int version,
        Func<Campaign, CampaignRefusal?> act,
        Func<Campaign, DomainEvent> happened,
        CancellationToken cancellation
    ) =>
        await db.ChangeCampaign(
            changes,
            id,
            version,
            campaign => Task.FromResult(act(campaign)),
            happened,
            cancellation
        );

    /// <inheritdoc cref="ChangeCampaign(KarvanContext, Changes, Guid, int, Func{Campaign, CampaignRefusal?}, Func{Campaign, DomainEvent}, CancellationToken)"/>
    public static async Task<Outcome<Campaign, CampaignRefusal>> ChangeCampaign(
        this KarvanContext db,
        Changes changes,
        Guid id,
        int version,
        Func<Campaign, Task<CampaignRefusal?>> act,
        Func<Campaign, DomainEvent> happened,
        CancellationToken cancellation
    )
    {
        await using var change = await changes.Begin(EvaluationActs.RunCampaign, cancellation);
        var found = await db
            .Campaigns.Include(c => c.Places)
            .SingleOrDefaultAsync(c => c.Id == id, cancellation);
        if (found is null)
        {
            return CampaignRefusal.NotFound;
        }
        if (found.Version != version)
        {
            return CampaignRefusal.Stale;
        }
        if (await act(found) is { } refusal)
        {
            db.ChangeTracker.Clear();
            return refusal;
        }
        try
        {
            await change.Commit(happened(found), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return CampaignRefusal.Stale;
        }
        // Somebody else gave the same province its places first, which a server tells before it tells of the version.
        catch (DbUpdateException e) when (UniqueViolation.Is(e))
        {
            db.ChangeTracker.Clear();
            return CampaignRefusal.Stale;
        }
        return found;
    }
}
