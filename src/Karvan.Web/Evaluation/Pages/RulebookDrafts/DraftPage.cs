using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Rulebooks;
using Karvan.Platform.Values;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Records;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Karvan.Web.Evaluation.Pages.RulebookDrafts;

/// <summary>A page about one draft of a rulebook.</summary>
public abstract class DraftPage(RulebookDraftSearch search) : RecordPage<RulebookDraft>
{
    public RulebookDraft Draft => Record;

    protected RulebookDraftSearch Search => search;

    /// <summary>Whether the asker works on it now.</summary>
    public bool IsMine =>
        May(EvaluationActs.DraftRulebook, Draft.Subject) && Draft.IsOpenTo(Actor.PersonId);

    public string TitleIn(bool persian) => persian ? Draft.TitleFa : Draft.TitleEn;

    protected override Task<RulebookDraft?> Find(Guid id) => search.One(id, Cancellation);

    protected override IEnumerable<Subject> SubjectsOf(RulebookDraft record) => [record.Subject];

    internal static Status StatusOf(RulebookDraftState state) =>
        new(
            $"rulebook-draft.state.{state}",
            state switch
            {
                RulebookDraftState.Sent => StatusKind.Now,
                RulebookDraftState.Dropped => StatusKind.Quiet,
                _ => StatusKind.Going,
            }
        );
}

/// <summary>A page on which its drafter writes a part of a draft.</summary>
public abstract class DraftingPage(RulebookDraftSearch search) : DraftPage(search)
{
    [BindProperty]
    public int Version { get; set; }

    /// <summary>The page again with every reason, those of the loader with their lines, beside the fields that they are about.</summary>
    /// <param name="field">The field of a key of the rulebook; empty for the form as a whole.</param>
    protected PageResult Refused(DraftedText done, Func<string, string> field)
    {
        foreach (var problem in done.Problems)
        {
            ModelState.AddModelError(field(problem.Key), ProblemTexts.Reason(problem));
        }
        return Refuse(
            done.Reasons.Where(r => done.Problems.Count == 0),
            _ => "",
            r => $"rulebook-draft.refused.{r}"
        );
    }

    /// <summary>A form of a draft that its drafter does not write any more is no page.</summary>
    protected override Task<IActionResult?> Open() =>
        Task.FromResult<IActionResult?>(
            IsMine || !HttpMethods.IsGet(Request.Method)
                ? null
                : Redirect(Links.RulebookDrafts.Details(Draft.Id))
        );
}
