using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Rulebooks;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Rules.Differences;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.RulebookDrafts;

/// <summary>Somebody else than its drafter publishes a draft, or gives it back.</summary>
[Asks(nameof(EvaluationActs.PublishRulebook))]
public sealed class RulebookDraftDecideModel(
    RulebookDraftSearch search,
    PublishRulebook publish,
    ReturnRulebookDraft giveBack,
    RulebookLibrary library,
    PageTexts words
) : DraftPage(search)
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty, KeptIn<RulebookDraft>(nameof(RulebookDraft.Remark))]
    public string? Reason { get; set; }

    public IReadOnlyList<DifferentPart> Difference =>
        library.Find(Draft.FromHash) is { } source
            ? RulebookDifference.Between(source, Draft.Loaded(), words.Language)
            : [];

    public void OnGet() => Version = Draft.Version;

    public async Task<IActionResult> OnPostPublishAsync(Guid id) =>
        await Decided(id, await publish.Run(id, Version, Cancellation));

    public async Task<IActionResult> OnPostReturnAsync(Guid id) =>
        IsRight(nameof(Reason))
            ? await Decided(id, await giveBack.Run(id, Version, Reason, Cancellation))
            : Page();

    private async Task<IActionResult> Decided(
        Guid id,
        Outcome<RulebookDraft, RulebookDraftRefusal> done
    )
    {
        if (done.Done)
        {
            return Redirect(Links.RulebookDrafts.Details(id));
        }
        await Reload(id);
        return Refuse(
            done.Reasons,
            r => r is RulebookDraftRefusal.NoReason ? nameof(Reason) : "",
            r => $"rulebook-draft.refused.{r}"
        );
    }
}
