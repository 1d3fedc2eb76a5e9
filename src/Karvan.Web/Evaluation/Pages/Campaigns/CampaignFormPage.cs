using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Campaigns;

/// <summary>A page with the form of a campaign.</summary>
public abstract class CampaignFormPage(CampaignSearch search, IRulebooks rulebooks, PageTexts words)
    : CampaignPage(search)
{
    [BindProperty]
    public CampaignForm Form { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<FieldChoice> Rulebooks => CampaignForm.Rulebooks(rulebooks, words);

    protected PageTexts Words => words;

    /// <returns>Null when something typed cannot be taken; the errors then say what.</returns>
    protected CampaignProfile? Typed()
    {
        if (Form.Read(rulebooks, ModelState) is not { } profile)
        {
            return null;
        }
        // Nobody takes a campaign to where they run none.
        if (May(EvaluationActs.RunCampaign, Campaign.SubjectIn(profile.Province)))
        {
            return profile;
        }
        ModelState.AddModelError(
            CampaignForm.FieldOf(CampaignRefusal.ProvinceUnknown),
            "campaign.other-province"
        );
        return null;
    }

    protected IActionResult Refused(IEnumerable<CampaignRefusal> reasons) =>
        Refuse(reasons, CampaignForm.FieldOf, r => $"campaign.refused.{r}");
}
