using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Dossiers;
using Karvan.Evidence.Items;
using Karvan.Platform.Fields;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Dossiers;

/// <summary>Everything a dossier says, to be looked through once more before it is submitted.</summary>
[Asks(nameof(EvaluationActs.FileDossier))]
public sealed class DossierCheckModel(DossierParts parts, SubmitDossier submit, PageTexts words)
    : DossierPage(parts)
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty, Field("dossier.declared")]
    public bool Declared { get; set; }

    public bool IsComplete => Items.All(i => GapsOf(i.Item).Count == 0);

    public IReadOnlyList<Said> GapsOf(EvidenceItem item) =>
        [
            .. EvidenceGaps
                .Of(Book.Criterion(item.Criterion), item)
                .Select(g => DossierTexts.Gap(g, words)),
        ];

    protected override async Task<IActionResult?> Open() => await base.Open() ?? OnlyDrafts();

    public void OnGet() => Version = Dossier.Version;

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var done = await submit.Run(id, Version, Declared, Cancellation);
        return done.Done
            ? Redirect(Links.Dossiers.Receipt(id, done.Value.Number))
            : Refuse(
                done.Reasons,
                r => r is DossierRefusal.NotDeclared ? nameof(Declared) : "",
                DossierTexts.Refused
            );
    }
}
