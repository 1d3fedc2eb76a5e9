using Karvan.Platform.Deadlines;

namespace Karvan.Evaluation.Campaigns;

/// <summary>Days of campaigns that people keep.</summary>
public static class CampaignDeadlines
{
    /// <summary>The last day on which a dossier is submitted.</summary>
    public static readonly DeadlineKind FilingEnds = new(
        "campaign-filing",
        (db, first, last) =>
            from campaign in db.Set<Campaign>()
            where
                campaign.State == CampaignState.Filing
                && campaign.FilingEnds >= first
                && campaign.FilingEnds <= last
            select new Deadline(
                campaign.FilingEnds!.Value,
                nameof(Campaign),
                campaign.Id,
                null,
                campaign.NameFa
            )
    );
}
