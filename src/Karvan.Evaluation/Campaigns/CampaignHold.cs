using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Campaigns;

internal static class CampaignHold
{
    /// <summary>
    /// Holds a campaign in a state until the change is over: whoever moves it on comes before or after, and then sees what
    /// was done in it.
    /// </summary>
    /// <returns>False where it is in another state.</returns>
    public static async Task<bool> Hold(
        this KarvanContext db,
        Guid campaign,
        CampaignState state,
        CancellationToken cancellation
    ) =>
        await db
            .Campaigns.IgnoreQueryFilters([QueryFilters.Seen])
            .Where(c => c.Id == campaign && c.State == state)
            .ExecuteUpdateAsync(
                set => set.SetProperty(c => c.Version, c => c.Version),
                cancellation
            ) == 1;
}
