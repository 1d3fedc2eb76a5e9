using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Rulebooks;
using Karvan.Web.Authorization;

namespace Karvan.Web.Evaluation.Pages.RulebookDrafts;

/// <summary>The worked cases beside a draft: which still hold, and which change from what to what.</summary>
[Asks(nameof(EvaluationActs.ReadRulebookDraft))]
public sealed class RulebookDraftCasesModel(RulebookDraftSearch search) : DraftPage(search)
{
    public RulebookCases Cases { get; private set; } = null!;

    public void OnGet() => Cases = RulebookCases.Of(Draft.Package, Draft.Loaded());
}
