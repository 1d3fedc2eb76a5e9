using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Platform.Fields;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Campaigns;

/// <summary>A move of a campaign, with what it needs, before it is taken.</summary>
[Asks(nameof(EvaluationActs.RunCampaign))]
public sealed class CampaignMoveModel(
    MoveCampaign move,
    CampaignSearch search,
    CampaignReadiness readiness,
    PageTexts words
) : CampaignPage(search)
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty, Field("campaign.reason", Longest = Lengths.Text, Rows = 3)]
    public string? Reason { get; set; }

    public CampaignMove Step { get; private set; } = null!;

    /// <summary>What the move itself needs.</summary>
    public TaskList Needs { get; private set; } = null!;

    public void OnGet() => Version = Campaign.Version;

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var done = await move.Run(id, Version, Step.Name, Reason, Cancellation);
        if (done.Done)
        {
            return Redirect(Links.Campaigns.Details(id));
        }
        ModelState.AddModelError(
            done.Refused is CampaignRefusal.NoReason ? nameof(Reason) : "",
            $"campaign.refused.{done.Refused}"
        );
        return Page();
    }

    /// <summary>A move that the table does not have from this state is no page.</summary>
    protected override async Task<IActionResult?> Open()
    {
        if (CampaignMoves.Find($"{RouteData.Values["move"]}", Campaign.State) is not { } step)
        {
            return NotFound();
        }
        if (step.Name is CampaignMoves.Release)
        {
            return Redirect(Links.Release.Index(Campaign.Id));
        }
        Step = step;
        var found = await readiness.Of(Campaign, Cancellation);
        Needs = NeedTexts.List(Campaign, found.Where(f => step.Needs.Contains(f.Need)), words);
        return null;
    }
}
