using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Platform.Audit;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Campaigns;

/// <summary>Which provinces take part, and for how many places.</summary>
[Asks(nameof(EvaluationActs.RunCampaign))]
public sealed class CampaignPlacesModel(
    SetCampaignPlaces set,
    CampaignSearch search,
    AuditTrail trail,
    PageTexts words
) : CampaignPage(search)
{
    [BindProperty]
    public PlacesForm Form { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public void OnGet() => (Form, Version) = (PlacesForm.Of(Campaign), Campaign.Version);

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (Form.Read(ModelState, nameof(Form)) is not { } places)
        {
            return Page();
        }
        var done = await set.Run(id, Version, places, Cancellation);
        switch (done.Refused)
        {
            case null:
                return Redirect(Links.Campaigns.Details(id));
            case CampaignRefusal.Stale:
                return await Stale(id);
            default:
                ModelState.AddModelError(
                    $"{nameof(Form)}.{nameof(PlacesForm.Rows)}[0].{nameof(PlacesRow.Winners)}",
                    $"campaign.refused.{done.Refused}"
                );
                return Page();
        }
    }

    private async Task<IActionResult> Stale(Guid id)
    {
        await Reload(id);
        var last = (await trail.Of(Campaign.Subject, Cancellation))[0];
        return StaleFields
            .Of(
                this,
                nameof(Form),
                (last.AuthorName, last.At),
                Campaign.Version,
                Form,
                PlacesForm.Of(Campaign),
                words
            )
            .Result(this);
    }
}
