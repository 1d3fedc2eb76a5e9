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
        if (campaign is not { State: CampaignState.Filing, FilingOpens: { } opens })
        {
            return DossierRefusal.NotFiling;
        }
        var today = TehranTime.DayOf(clock.GetUtcNow().UtcDateTime);
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
        var given = await db
            .LateFilings.IgnoreQueryFilters([QueryFilters.Seen])
            .Where(l => l.CampaignId == campaign.Id && l.EnterpriseId == firm)
            .MaxAsync(l => (DateOnly?)l.Until, cancellation);
        var all = campaign.Calendar.LastFilingDay;
        return given > all || all is null ? given : all;
    }
}
