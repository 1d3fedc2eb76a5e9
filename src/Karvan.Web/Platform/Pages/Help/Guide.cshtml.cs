using Karvan.Platform.Authorization;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Guides;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Platform.Pages.Help;

/// <summary>One guide. Anybody may read any of them: what others do here is no secret.</summary>
[Asks(nameof(PlatformActs.ReadPublic))]
public sealed class GuideModel(GuideShelf shelf, PageTexts words) : KarvanPage
{
    public Guide Shown { get; private set; } = null!;

    public IActionResult OnGet(string guide)
    {
        if (shelf.Find(guide, words.Language) is not { } found)
        {
            return NotFound();
        }
        Shown = found;
        return Page();
    }
}
