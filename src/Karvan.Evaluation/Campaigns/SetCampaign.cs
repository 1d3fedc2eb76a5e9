using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Rules.Reference;

namespace Karvan.Evaluation.Campaigns;

/// <summary>Sets the days of a draft, or moves days of a campaign that was called to later ones.</summary>
public sealed class SetCampaignDays(KarvanContext db, Changes changes)
{
    /// <param name="reason">Told to everybody with the new day; needed once the campaign was called.</param>
    public Task<Outcome<Campaign, CampaignRefusal>> Run(
        Guid id,
        int version,
        CampaignCalendar calendar,
        string? reason = null,
        CancellationToken cancellation = default
    ) =>
        db.ChangeCampaign(
            changes,
            id,
            version,
            found => found.SetDays(calendar, reason),
            found =>
                found.IsCalled
                    ? new CampaignExtended(found.Subject, reason!.Trim())
                    : new CampaignDaysSet(found.Subject),
            cancellation
        );
}

/// <summary>Says which provinces take part, and for how many places.</summary>
public sealed class SetCampaignPlaces(KarvanContext db, Changes changes)
{
    public async Task<Outcome<Campaign, CampaignRefusal>> Run(
        Guid id,
        int version,
        IReadOnlyList<ProvincePlaces> places,
        CancellationToken cancellation = default
    )
    {
        if (
            places.Any(p => !ReferenceTable.Provinces.Contains(p.Province))
            || places.DistinctBy(p => p.Province, StringComparer.Ordinal).Count() < places.Count
        )
        {
            return CampaignRefusal.PlacesUnknown;
        }
        if (places.Any(p => p.Winners < 1 || p.Reserve < 0))
        {
            return CampaignRefusal.PlacesWrong;
        }
        return await db.ChangeCampaign(
            changes,
            id,
            version,
            found => found.SetPlaces(places),
            found => new CampaignPlacesSet(found.Subject),
            cancellation
        );
    }
}
