using Karvan.Core.Accounts;
using Karvan.Web.Authorization;

namespace Karvan.Web.Rules.Pages.Rulebooks;

/// <summary>The rulebooks by which exporters are scored, open to everybody.</summary>
[Asks(Act.ReadPublic)]
public sealed class RulebookListModel(RulebookCatalog catalog) : KarvanPage
{
    public IReadOnlyList<ShippedRulebook> Books => catalog.Books;
}
