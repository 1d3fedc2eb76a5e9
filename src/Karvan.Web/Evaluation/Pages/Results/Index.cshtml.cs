using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Results;
using Karvan.Platform.Values;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Results;

/// <summary>What was computed of a campaign so far, and computing it as things stand.</summary>
[Asks(nameof(EvaluationActs.ReadResult))]
public sealed class ResultListModel(
    CampaignSearch campaigns,
    ResultSearch search,
    ComputeResult compute
) : RecordPage<Campaign>
{
    public Campaign Campaign => Record;

    public IReadOnlyList<CampaignResult> Results { get; private set; } = [];

    public bool MayCompute =>
        Campaign.State is CampaignState.Review or CampaignState.Committee
        && May(EvaluationActs.ComputeResult, Campaign.Subject);

    /// <summary>Who computed it; the system computes nothing but the demo's.</summary>
    public static Said By(CampaignResult result, PageTexts words) =>
        result.ComputedBy is "system"
            ? words["activity.karvan"]
            : PageTexts.Name(result.ComputedBy);

    public void OnGet() { }

    [Asks(nameof(EvaluationActs.ComputeResult))]
    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var done = await compute.Run(id, Cancellation);
        return done.Done
            ? Redirect(Links.Results.Details(done.Value.Id))
            : Refuse(done.Reasons, _ => "", r => $"result.refused.{r}");
    }

    protected override Task<Campaign?> Find(Guid id) => campaigns.One(id, Cancellation);

    protected override IEnumerable<Subject> SubjectsOf(Campaign record) => [record.Subject];

    protected override async Task<IActionResult?> Open()
    {
        Results = await search.Of(Campaign.Id, Cancellation);
        return null;
    }
}
