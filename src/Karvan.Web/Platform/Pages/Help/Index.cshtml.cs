using Karvan.Platform.Authorization;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Guides;
using Karvan.Web.Settings;

namespace Karvan.Web.Platform.Pages.Help;

/// <summary>The guides of whoever looks, and whom to ask.</summary>
[Asks(nameof(PlatformActs.ReadPublic))]
public sealed class HelpModel(GuideShelf shelf, KarvanSettings settings, PageTexts words)
    : KarvanPage
{
    public IReadOnlyList<Guide> Own =>
        [.. GuideShelf.For(Actor).Select(name => shelf.Find(name, words.Language)).OfType<Guide>()];

    public string? Contact => settings.Contact;
}
