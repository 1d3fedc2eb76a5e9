using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Platform.Audit;
using Karvan.Platform.Fields;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Campaigns;

/// <summary>The days of a campaign: set freely before its call, moved to later ones with a reason afterwards.</summary>
[Asks(nameof(EvaluationActs.RunCampaign))]
public sealed class CampaignDaysModel(
    SetCampaignDays set,
    CampaignSearch search,
    AuditTrail trail,
    PageTexts words
) : CampaignPage(search)
{
    [BindProperty]
    public DaysForm Form { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    [BindProperty, Field("campaign.reason", Longest = Lengths.Text, Rows = 3)]
    public string? Reason { get; set; }

    public void OnGet() => (Form, Version) = (DaysForm.Of(Campaign.Calendar), Campaign.Version);

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (Campaign.IsCalled && string.IsNullOrWhiteSpace(Reason))
        {
            ModelState.AddModelError(nameof(Reason), "campaign.refused.NoReason");
        }
        if (Form.Read(ModelState) is not { } days)
        {
            return Page();
        }
        var done = await set.Run(id, Version, days, Reason, Cancellation);
        switch (done.Refused)
        {
            case null:
                return Redirect(Links.Campaigns.Details(id));
            case CampaignRefusal.Stale:
                return await Stale(id);
            default:
                ModelState.AddModelError(
                    $"{DaysForm.Name}.{nameof(DaysForm.FilingEnds)}",
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
                DaysForm.Name,
                (last.AuthorName, last.At),
                Campaign.Version,
                Form,
                DaysForm.Of(Campaign.Calendar),
                words
            )
            .Result(this);
    }
}
