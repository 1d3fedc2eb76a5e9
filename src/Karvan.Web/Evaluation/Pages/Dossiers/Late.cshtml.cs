using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Dossiers;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Dossiers;

/// <summary>Lets one firm file after the last day of all, with a reason that the firm is told.</summary>
[Asks(nameof(EvaluationActs.AllowLateFiling))]
public sealed class LateFilingModel(
    AllowLateFiling allow,
    DossierParts parts,
    EnterpriseSearch firms
) : OfficePage(parts, firms)
{
    [BindProperty, KeptIn<LateFiling>]
    public string? Until { get; set; }

    [BindProperty, KeptIn<LateFiling>]
    public string? Reason { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var firm = await NamedFirm();
        if (!SolarDate.TryParse(Until, out var until))
        {
            ModelState.AddModelError(nameof(Until), "field.date");
        }
        if (firm is null || !ModelState.IsValid)
        {
            return Page();
        }
        var done = await allow.Run(id, firm.Value, until, Reason, Cancellation);
        return done.Done
            ? Redirect(Links.Campaigns.Details(id))
            : Refused(done.Reasons, nameof(Number));
    }
}
