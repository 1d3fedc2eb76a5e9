using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Dossiers;
using Karvan.Platform.Fields;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Dossiers;

/// <summary>Takes a dossier out of its campaign.</summary>
[Asks(nameof(EvaluationActs.WithdrawDossier))]
public sealed class DossierWithdrawModel(DossierParts parts, WithdrawDossier withdraw)
    : DossierPage(parts)
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty, KeptIn<Dossier>(nameof(Dossier.WithdrawalReason))]
    public string? Reason { get; set; }

    public bool IsOwn => Actor.ActingFor == Dossier.EnterpriseId;

    public void OnGet() => Version = Dossier.Version;

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var done = await withdraw.Run(id, Version, Reason, Cancellation);
        return done.Done
            ? Redirect(Links.Dossiers.Details(id))
            : Refuse(
                done.Reasons,
                r => r is DossierRefusal.NoReason ? nameof(Reason) : "",
                DossierTexts.Refused
            );
    }
}
