using Karvan.Evaluation.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Rules.Reference;

namespace Karvan.Evaluation.Campaigns;

/// <summary>Begins a campaign, which nobody but its secretary sees until it is called.</summary>
public sealed class DraftCampaign(KarvanContext db, Changes changes, IRulebooks rulebooks)
{
    public async Task<Outcome<Guid, CampaignRefusal>> Run(
        CampaignProfile profile,
        CancellationToken cancellation = default
    )
    {
        if (profile.Faults(rulebooks) is { Length: > 0 } wrong)
        {
            return wrong;
        }
        await using var change = await changes.Begin(EvaluationActs.RunCampaign, cancellation);
        var made = Campaign.Draft(profile);
        db.Campaigns.Add(made);
        await change.Commit(new CampaignDrafted(made.Subject), cancellation);
        return made.Id;
    }
}

/// <summary>Changes what a draft goes by, apart from its days and places.</summary>
public sealed class EditCampaign(KarvanContext db, Changes changes, IRulebooks rulebooks)
{
    /// <param name="version">Of the campaign when the form was opened.</param>
    public async Task<Outcome<Campaign, CampaignRefusal>> Run(
        Guid id,
        int version,
        CampaignProfile profile,
        CancellationToken cancellation = default
    )
    {
        if (profile.Faults(rulebooks) is { Length: > 0 } wrong)
        {
            return wrong;
        }
        Subject? before = null;
        return await db.ChangeCampaign(
            changes,
            id,
            version,
            found =>
            {
                before = found.Subject;
                return found.Edit(profile);
            },
            found => new CampaignEdited(found.Subject, before!),
            cancellation
        );
    }
}

internal static class CampaignFaults
{
    /// <summary>What is wrong with a profile by itself.</summary>
    public static CampaignRefusal[] Faults(this CampaignProfile profile, IRulebooks rulebooks) =>
        Refusals.Of(
            (string.IsNullOrWhiteSpace(profile.NameFa), CampaignRefusal.NameMissing),
            (
                profile.Province is { } province && !ReferenceTable.Provinces.Contains(province),
                CampaignRefusal.ProvinceUnknown
            ),
            (rulebooks.Find(profile.Rulebook) is null, CampaignRefusal.RulebookUnknown)
        );
}
