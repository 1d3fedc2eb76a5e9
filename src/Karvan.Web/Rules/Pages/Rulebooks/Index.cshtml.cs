using Karvan.Evaluation.Rulebooks;
using Karvan.Platform.Authorization;
using Karvan.Rules.Rulebooks;
using Karvan.Web.Authorization;

namespace Karvan.Web.Rules.Pages.Rulebooks;

/// <summary>The rulebooks by which exporters are scored, open to everybody.</summary>
[Asks(nameof(PlatformActs.ReadPublic))]
public sealed class RulebookListModel(RulebookLibrary library) : KarvanPage
{
    public IReadOnlyList<Rulebook> Books { get; } = library.All();
}
