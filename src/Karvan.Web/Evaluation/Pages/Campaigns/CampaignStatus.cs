using Karvan.Evaluation.Campaigns;
using Karvan.Web.Components.Records;

namespace Karvan.Web.Evaluation.Pages.Campaigns;

/// <summary>The state of a campaign as a mark.</summary>
internal static class CampaignStatus
{
    public static Status Of(CampaignState state) =>
        new(
            $"campaign.state.{state}",
            state switch
            {
                CampaignState.Draft => StatusKind.Quiet,
                CampaignState.Released => StatusKind.Good,
                _ => StatusKind.Going,
            }
        );
}
