using Karvan.Evaluation.Campaigns;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Dossiers;

/// <summary>Whether a firm may file in a campaign now: within the days of all, or within those that it alone was given.</summary>
public sealed class FilingTime(KarvanContext db, TimeProvider clock)
{
    /// <returns>Null where it may.</returns>
    public async Task<DossierRefusal?> Refuses(
        Campaign campaign,
        Guid firm,
        CancellationToken cancellation = default
    )
    {
        var today = TehranTime.DayOf(clock.GetUtcNow().UtcDateTime);
        if (campaign.State is CampaignState.Review)
        {
            // While others are reviewed, only who was given more time files.
            return await Given(campaign, firm, cancellation) is not { } until
                    ? DossierRefusal.NotFiling
                : today <= until ? null
                : DossierRefusal.TooLate;
        }
        if (campaign is not { State: CampaignState.Filing, FilingOpens: { } opens })
        {
            return DossierRefusal.NotFiling;
        }
        if (today < opens)
        {
            return DossierRefusal.TooEarly;
        }
        return today <= await LastDay(campaign, firm, cancellation) ? null : DossierRefusal.TooLate;
    }

    /// <summary>The last day on which a firm may file, whoever asks.</summary>
    public async Task<DateOnly?> LastDay(
        Campaign campaign,
        Guid firm,
        CancellationToken cancellation = default
    )
    {
        var given = await Given(campaign, firm, cancellation);
        var all = campaign.Calendar.LastFilingDay;
        return given > all || all is null ? given : all;
    }

    /// <summary>The last day that the firm alone was given; null where it was given none.</summary>
    private Task<DateOnly?> Given(Campaign campaign, Guid firm, CancellationToken cancellation) =>
        db
            .LateFilings.IgnoreQueryFilters([QueryFilters.Seen])
            .Where(l => l.CampaignId == campaign.Id && l.EnterpriseId == firm)
            .MaxAsync(l => (DateOnly?)l.Until, cancellation);
}
