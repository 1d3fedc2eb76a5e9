using System.Text;
using Karvan.Evaluation.Rulebooks;
using Karvan.Platform.Authorization;
using Karvan.Rules.Rulebooks;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Rules.Pages.Rulebooks;

/// <summary>One rulebook, every rule of it in words, with its clause and the readings it rests on; and its file.</summary>
[Asks(nameof(PlatformActs.ReadPublic))]
public sealed class RulebookDetailsModel(
    RulebookLibrary library,
    RulebookCatalog catalog,
    PageTexts words
) : KarvanPage
{
    public Rulebook Book { get; private set; } = null!;

    public IHtmlContent Text => catalog.Page(Book, words.Language);

    /// <param name="version">Where it is left out, the newest.</param>
    public IActionResult OnGet(string id, int year, int? version)
    {
        if (library.Find(id, year, version) is not { } found)
        {
            return NotFound();
        }
        Book = found;
        return Page();
    }

    /// <summary>The file itself, from which anybody gets the same points.</summary>
    public async Task<IActionResult> OnGetFileAsync(string id, int year, int? version) =>
        library.Find(id, year, version) is { } found
        && await library.Package(found.Hash, HttpContext.RequestAborted) is { } package
            ? File(Encoding.UTF8.GetBytes(package.Text), "application/yaml", $"{id}-{year}.yaml")
            : NotFound();
}
