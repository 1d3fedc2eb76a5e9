using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Dossiers;
using Karvan.Platform.Fields;
using Karvan.Registry.Firms;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Dossiers;

/// <summary>The office begins a dossier for a firm that handed in paper.</summary>
[Asks(nameof(EvaluationActs.RunCampaign))]
public sealed class DossierByOfficeModel(
    BeginDossier begin,
    DossierParts parts,
    EnterpriseSearch firms,
    PageTexts words
) : OfficePage(parts, firms)
{
    [BindProperty, KeptIn<Dossier>(nameof(Dossier.ProductGroup))]
    public string? Group { get; set; }

    [BindProperty, KeptIn<Dossier>(nameof(Dossier.OfficeReason))]
    public string? Reason { get; set; }

    public IReadOnlyList<FieldChoice> Groups =>
        Parts.Rulebooks.Find(Campaign.Rulebook) is { } book ? DossierTexts.Groups(book, words) : [];

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (await NamedFirm() is not { } firm || !ModelState.IsValid)
        {
            return Page();
        }
        var made = await begin.Run(
            id,
            firm,
            string.IsNullOrEmpty(Group) ? null : Group,
            byOffice: true,
            Reason,
            Cancellation
        );
        return made.Done
            ? Redirect(Links.Dossiers.Details(made.Value.Id))
            : Refused(made.Reasons, nameof(Number));
    }
}
