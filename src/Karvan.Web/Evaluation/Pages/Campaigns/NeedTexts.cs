using Karvan.Evaluation.Campaigns;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Evaluation.Pages.Campaigns;

/// <summary>What a campaign needs, as a list of tasks: each with what is missing and where it is mended.</summary>
internal static class NeedTexts
{
    public static TaskList List(Campaign campaign, IEnumerable<NeedFound> found, PageTexts words) =>
        new([new TaskGroup(null, [.. found.Select(f => Entry(campaign, f, words))])]);

    private static TaskEntry Entry(Campaign campaign, NeedFound found, PageTexts words) =>
        new(
            words[$"campaign.need.{found.Need}"],
            found.Need switch
            {
                Need.Rulebook when !campaign.IsCalled => Links.Campaigns.Edit(campaign.Id),
                Need.Calendar or Need.WorkingDays => Links.Campaigns.Days(campaign.Id),
                Need.Places when !campaign.IsCalled => Links.Campaigns.Places(campaign.Id),
                Need.Readings => Links.Rulebooks.Book(campaign.RulebookId, campaign.RulebookYear),
                _ => null,
            },
            found.IsMet ? TaskState.Complete : TaskState.Missing,
            found.IsMet ? null : Note(found, words)
        );

    private static Said Note(NeedFound found, PageTexts words) =>
        found switch
        {
            { Need: Need.Readings } => words[
                $"campaign.need-missing.{found.Need}",
                ("count", found.Details.Count)
            ],
            // Without a province there is nobody whose data are missing.
            { Need: Need.Data, Details: [] } => words[$"campaign.need-missing.{Need.Places}"],
            { Details: [] } => words[$"campaign.need-missing.{found.Need}"],
            _ => words[
                $"campaign.need-missing.{found.Need}",
                (
                    "which",
                    PageTexts.Name(string.Join(words.IsPersian ? "، " : ", ", Named(found, words)))
                )
            ],
        };

    private static IEnumerable<string> Named(NeedFound found, PageTexts words) =>
        found.Need switch
        {
            Need.Calendar or Need.WorkingDays or Need.FilingOver or Need.EmbargoOver =>
                found.Details.Select(d => words[CampaignDetailsModel.LabelOf(d)].Plain),
            Need.Data => found
                .Details.Select(d => d.Split('/'))
                .GroupBy(d => d[0], d => d[1], StringComparer.Ordinal)
                .Select(g =>
                    $"{PlaceNames.Province(g.Key, words)} ({string.Join(' ', g.Select(words.Typed))})"
                ),
            _ => found.Details,
        };
}
