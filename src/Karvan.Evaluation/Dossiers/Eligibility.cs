using Karvan.Evaluation.Campaigns;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Dossiers;

/// <summary>What a firm must meet before it begins a dossier; each in its own words on the page, with where it is mended.</summary>
public enum EligibilityCheck
{
    /// <summary>Its registration is verified.</summary>
    Verified,

    /// <summary>Its province takes part.</summary>
    Province,

    /// <summary>The campaign takes dossiers today, of all or of this firm.</summary>
    Days,

    /// <summary>It has none in this campaign yet.</summary>
    NotBegun,
}

/// <param name="Refusal">Null where it is met.</param>
public sealed record EligibilityFound(EligibilityCheck Check, DossierRefusal? Refusal);

/// <summary>Whether a firm may begin a dossier, point by point.</summary>
public sealed class Eligibility(KarvanContext db, FilingTime filing)
{
    public async Task<IReadOnlyList<EligibilityFound>> Of(
        Campaign campaign,
        Enterprise firm,
        CancellationToken cancellation = default
    ) =>
        [
            new(
                EligibilityCheck.Verified,
                firm.State is VerificationState.Verified ? null : DossierRefusal.NotVerified
            ),
            new(
                EligibilityCheck.Province,
                campaign.Places.Any(p => p.Province == firm.Province)
                    ? null
                    : DossierRefusal.OtherProvince
            ),
            new(EligibilityCheck.Days, await filing.Refuses(campaign, firm.Id, cancellation)),
            new(
                EligibilityCheck.NotBegun,
                await db.Dossiers.AnyAsync(
                    d => d.CampaignId == campaign.Id && d.EnterpriseId == firm.Id,
                    cancellation
                )
                    ? DossierRefusal.AlreadyBegun
                    : null
            ),
        ];
}
