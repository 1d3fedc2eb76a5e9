using Karvan.Evaluation.Campaigns;
using Karvan.Rules.Rulebooks;
using Karvan.Web.Rules;

namespace Karvan.Web.Evaluation;

/// <summary>Campaigns go by the rulebooks beside the program.</summary>
internal sealed class CampaignRulebooks(RulebookCatalog catalog) : IRulebooks
{
    public IReadOnlyList<Rulebook> All { get; } = [.. catalog.Books.Select(b => b.Book)];
}
