using Karvan.Evaluation.Rulebooks;
using Karvan.Platform.Authorization;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Rules.Pages.Rulebooks;

/// <summary>The lists of countries of a published rulebook, with what changed since the one before: anybody may know.</summary>
[Asks(nameof(PlatformActs.ReadPublic))]
public sealed class AnnouncedRulebookModel(
    RulebookDraftSearch search,
    RulebookLibrary library,
    PageTexts words
) : KarvanPage
{
    public PublishedRulebook Published { get; private set; } = null!;

    public IReadOnlyList<ListChange> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await search.Published(id, HttpContext.RequestAborted) is not { } found)
        {
            return NotFound();
        }
        (Published, Changes) = (found, ListChange.AllOf(library, found));
        return Page();
    }

    public string Names(IReadOnlyList<string> countries) =>
        countries.Count == 0
            ? words["enterprise.none"].Plain
            : string.Join(
                words.IsPersian ? "، " : ", ",
                countries.Select(c => PlaceNames.Country(c, words))
            );
}
