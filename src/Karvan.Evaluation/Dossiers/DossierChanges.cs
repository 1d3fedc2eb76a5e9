using Karvan.Evaluation.Campaigns;
using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Dossiers;

/// <summary>One change of a dossier over the version that somebody looked at, while its firm may file.</summary>
public sealed class DossierChanges(KarvanContext db, Changes changes, FilingTime filing)
{
    /// <param name="version">Of the dossier when the form was opened; null where any will do.</param>
    /// <param name="does">Changes it, or says why not.</param>
    /// <param name="anyTime">Whether it is done after the last day as well.</param>
    public async Task<Outcome<Dossier, DossierRefusal>> Run(
        Guid id,
        int? version,
        Act act,
        Func<Dossier, Campaign, Task<DossierRefusal?>> does,
        Func<Dossier, DomainEvent> happened,
        CancellationToken cancellation,
        bool anyTime = false
    )
    {
        await using var change = await changes.Begin(act, cancellation);
        var dossier = await db.Dossiers.SingleOrDefaultAsync(d => d.Id == id, cancellation);
        if (dossier is null)
        {
            return DossierRefusal.NotFound;
        }
        if (version is { } looked && dossier.Version != looked)
        {
            return DossierRefusal.Stale;
        }
        var campaign = await db
            .Campaigns.AsNoTracking()
            .SingleAsync(c => c.Id == dossier.CampaignId, cancellation);
        if (
            !anyTime
            && await filing.Refuses(campaign, dossier.EnterpriseId, cancellation) is { } closed
        )
        {
            return closed;
        }
        if (await does(dossier, campaign) is { } refusal)
        {
            db.ChangeTracker.Clear();
            return refusal;
        }
        try
        {
            await change.Commit(happened(dossier), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return DossierRefusal.Stale;
        }
        return dossier;
    }
}
