using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Rulebooks;
using Karvan.Web.Authorization;

namespace Karvan.Web.Evaluation.Pages.RulebookDrafts;

/// <summary>The drafts of rulebooks, for the officers who write and approve them.</summary>
[Asks(nameof(EvaluationActs.ReadRulebookDraft))]
public sealed class RulebookDraftListModel(RulebookDraftSearch search) : KarvanPage
{
    public IReadOnlyList<RulebookDraftRow> Drafts { get; private set; } = [];

    public bool MayDraft => May(EvaluationActs.DraftRulebook, RulebookDraft.SubjectOf());

    public async Task OnGetAsync() => Drafts = await search.Rows(HttpContext.RequestAborted);
}
