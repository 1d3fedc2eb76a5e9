using Karvan.Platform.Authorization;
using Karvan.Web.Authorization;

namespace Karvan.Web.Rules.Pages.Rulebooks;

/// <summary>The rulebooks by which exporters are scored, open to everybody.</summary>
[Asks(nameof(PlatformActs.ReadPublic))]
public sealed class RulebookListModel(RulebookCatalog catalog) : KarvanPage
{
    public IReadOnlyList<ShippedRulebook> Books => catalog.Books;
}
