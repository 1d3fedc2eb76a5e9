using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Platform.Audit;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Campaigns;

/// <summary>Changes what a draft goes by. Over a newer version both are shown, and nothing typed is lost.</summary>
[Asks(nameof(EvaluationActs.RunCampaign))]
public sealed class CampaignEditModel(
    EditCampaign edit,
    CampaignSearch search,
    IRulebooks rulebooks,
    AuditTrail trail,
    PageTexts words
) : CampaignFormPage(search, rulebooks, words)
{
    public void OnGet() => (Form, Version) = (CampaignForm.Of(Campaign), Campaign.Version);

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (Typed() is not { } profile)
        {
            return Page();
        }
        var done = await edit.Run(id, Version, profile, Cancellation);
        return done.Refused switch
        {
            null => Redirect(Links.Campaigns.Details(id)),
            CampaignRefusal.Stale => await Stale(id),
            _ => Refused(done.Reasons),
        };
    }

    private async Task<IActionResult> Stale(Guid id)
    {
        await Reload(id);
        var last = (await trail.Of(Campaign.Subject, Cancellation))[0];
        return StaleFields
            .Of(
                this,
                CampaignForm.Name,
                (last.AuthorName, last.At),
                Campaign.Version,
                Form,
                CampaignForm.Of(Campaign),
                Words,
                new Dictionary<string, IReadOnlyList<FieldChoice>>(StringComparer.Ordinal)
                {
                    [nameof(Form.Rulebook)] = Rulebooks,
                }
            )
            .Result(this);
    }
}
