using Karvan.Platform.Authorization;
using Karvan.Web.Access;
using Karvan.Web.Rulebooks;

namespace Karvan.Web.Pages.Rulebooks;

/// <summary>The rulebooks by which exporters are scored, open to everybody.</summary>
[Asks(nameof(PlatformActs.ReadPublic))]
public sealed class IndexModel(RulebookShelf shelf) : KarvanPage
{
    public IReadOnlyList<ShelvedRulebook> Books => shelf.Books;
}
