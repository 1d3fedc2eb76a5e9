using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Campaigns;

/// <summary>Begins a campaign from a rulebook.</summary>
[Asks(nameof(EvaluationActs.RunCampaign))]
public sealed class CampaignDraftModel(
    DraftCampaign draft,
    CampaignSearch search,
    IRulebooks rulebooks,
    PageTexts words
) : CampaignFormPage(search, rulebooks, words)
{
    public void OnGet()
    {
        if (Rulebooks is [var only])
        {
            Form.Rulebook = only.Value;
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Typed() is not { } profile)
        {
            return Page();
        }
        var made = await draft.Run(profile, Cancellation);
        return made.Done ? Redirect(Links.Campaigns.Details(made.Value)) : Refused(made.Reasons);
    }
}
