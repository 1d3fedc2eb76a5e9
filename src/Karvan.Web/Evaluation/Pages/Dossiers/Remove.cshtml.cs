using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Dossiers;
using Karvan.Rules.Rulebooks;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Dossiers;

/// <summary>Asks once more before an item, or a file of one, is taken out of a dossier.</summary>
[Asks(nameof(EvaluationActs.FileDossier))]
public sealed class DossierRemoveModel(
    DossierParts parts,
    RemoveDossierItem remove,
    PageTexts words
) : DossierPage(parts)
{
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Null for the whole item.</summary>
    [BindProperty(SupportsGet = true)]
    public new Guid? File { get; set; }

    public Criterion Criterion => Book.Criterion(Item.Item.Criterion);

    public Said What =>
        File is { } file && Item.Files.FirstOrDefault(f => f.Of.Id == file) is { File: { } named }
            ? PageTexts.Name(named.Name)
            : DossierTexts.Item(Criterion, Item.Item, words);

    private ItemWithFiles Item { get; set; } = null!;

    public void OnGet() => Version = Item.Item.Version;

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var done = await remove.Run(id, Item.Item.Id, Version, File, Cancellation);
        return !done.Done ? Refuse(done.Reasons, _ => "", DossierTexts.Refused)
            : File is null ? Redirect(Links.Dossiers.Group(id, Criterion.Group))
            : Redirect(Links.Dossiers.Item(id, Criterion.Id, Item.Item.Id));
    }

    protected override async Task<IActionResult?> Open()
    {
        if (await base.Open() is { } answer)
        {
            return answer;
        }
        var named = $"{RouteData.Values["item"]}";
        if (
            Items.FirstOrDefault(i =>
                string.Equals($"{i.Item.Id}", named, StringComparison.OrdinalIgnoreCase)
            )
            is not { } found
        )
        {
            return NotFound();
        }
        Item = found;
        return OnlyDrafts();
    }
}
