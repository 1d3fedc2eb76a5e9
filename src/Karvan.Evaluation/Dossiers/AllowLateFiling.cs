using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Dossiers;

/// <summary>Lets one firm file after the last day of all, at once: whether its dossier was begun or not.</summary>
public sealed class AllowLateFiling(KarvanContext db, Changes changes, TimeProvider clock)
{
    public async Task<Outcome<LateFiling, DossierRefusal>> Run(
        Guid campaignId,
        Guid enterprise,
        DateOnly until,
        string? reason,
        CancellationToken cancellation = default
    )
    {
        var campaign = await db
            .Campaigns.AsNoTracking()
            .Include(c => c.Places)
            .SingleOrDefaultAsync(c => c.Id == campaignId, cancellation);
        var firm = await db
            .Enterprises.AsNoTracking()
            .SingleOrDefaultAsync(e => e.Id == enterprise, cancellation);
        if (campaign is null || firm is null)
        {
            return DossierRefusal.NotFound;
        }
        var now = clock.GetUtcNow().UtcDateTime;
        var wrong = Refusals.Of(
            (
                campaign.State is not (CampaignState.Filing or CampaignState.Review),
                DossierRefusal.NotFiling
            ),
            (campaign.Places.All(p => p.Province != firm.Province), DossierRefusal.OtherProvince),
            (
                until < TehranTime.DayOf(now) || until <= campaign.Calendar.LastFilingDay,
                DossierRefusal.DayTooEarly
            ),
            (string.IsNullOrWhiteSpace(reason), DossierRefusal.NoReason)
        );
        if (wrong.Length > 0)
        {
            return wrong;
        }
        await using var change = await changes.Begin(EvaluationActs.AllowLateFiling, cancellation);
        var allowed = LateFiling.Allow(
            campaign.Id,
            (firm.Id, firm.Province),
            until,
            reason!.Trim(),
            db.Author.Name,
            now
        );
        db.LateFilings.Add(allowed);
        await change.Commit(
            new LateFilingAllowed(allowed.Subject, until, allowed.Reason),
            cancellation
        );
        return allowed;
    }
}
