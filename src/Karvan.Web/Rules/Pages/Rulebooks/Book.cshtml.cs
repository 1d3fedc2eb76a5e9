using Karvan.Platform.Authorization;
using Karvan.Rules.Rulebooks;
using Karvan.Texts;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Rules.Pages.Rulebooks;

/// <summary>One rulebook, every rule of it in words, with its clause and the readings it rests on; and its file.</summary>
[Asks(nameof(PlatformActs.ReadPublic))]
public sealed class RulebookDetailsModel(RulebookCatalog catalog, PageTexts words) : KarvanPage
{
    public Rulebook Book { get; private set; } = null!;

    public IHtmlContent Text => catalog.Page(Book, words.Language);

    public IActionResult OnGet(string id, int year)
    {
        if (catalog.Find(id, year) is not { } found)
        {
            return NotFound();
        }
        Book = found.Book;
        return Page();
    }

    /// <summary>The file itself, from which anybody gets the same points.</summary>
    public IActionResult OnGetFile(string id, int year) =>
        catalog.Find(id, year) is { } found
            ? PhysicalFile(found.File, "application/yaml", $"{id}-{year}.yaml")
            : NotFound();
}
