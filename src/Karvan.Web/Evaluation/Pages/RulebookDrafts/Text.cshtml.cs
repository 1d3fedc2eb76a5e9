using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Rulebooks;
using Karvan.Platform.Fields;
using Karvan.Rules.Editing;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.RulebookDrafts;

/// <summary>The whole text of a draft, for what no form holds.</summary>
[Asks(nameof(EvaluationActs.DraftRulebook))]
public sealed class RulebookDraftTextModel(RulebookDraftSearch search, EditRulebookDraft edit)
    : DraftingPage(search)
{
    /// <summary>Several times as long as the longest rulebook.</summary>
    private const int Longest = 400_000;

    [BindProperty, Field("rulebook-draft.text", Longest = Longest, Rows = 40)]
    public string Text { get; set; } = "";

    public void OnGet() => (Text, Version) = (Draft.Text, Draft.Version);

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }
        // Forms send line ends of their own.
        var typed = Text.ReplaceLineEndings("\n");
        var done = await edit.Run(
            id,
            Version,
            RulebookPart.Text,
            _ => new RulebookText(typed.EndsWith('\n') ? typed : typed + "\n"),
            Cancellation
        );
        return done.Done
            ? Redirect(Links.RulebookDrafts.Details(id))
            : Refused(done, _ => nameof(Text));
    }
}
