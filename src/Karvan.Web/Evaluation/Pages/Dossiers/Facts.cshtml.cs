using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Dossiers;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Dossiers;

/// <summary>What customs say of the firm, and what it comes to: read only, each line contestable and a missing one reportable.</summary>
[Asks(nameof(EvaluationActs.ReadDossier))]
public sealed class DossierFactsModel(DossierParts parts, DossierPoints points) : DossierPage(parts)
{
    public PreviewedPoints Points { get; private set; } = null!;

    public void OnGet() { }

    protected override async Task<IActionResult?> Open()
    {
        if (await base.Open() is { } answer)
        {
            return answer;
        }
        if (!SeesItems)
        {
            return Forbid();
        }
        Points = await points.Of(Dossier, Book, [], Cancellation);
        return null;
    }
}
