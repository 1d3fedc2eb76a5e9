using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Rulebooks;
using Karvan.Platform.Fields;
using Karvan.Rules.Editing;
using Karvan.Rules.Rulebooks;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.RulebookDrafts;

/// <summary>The answer that is taken of a reading.</summary>
public sealed class ReadingRow
{
    public string Reading { get; set; } = "";

    [Field("rulebook-draft.choice", Longest = Lengths.Name)]
    public string Choice { get; set; } = "";
}

/// <summary>Which of its own answers a draft takes where the document can be read in several ways.</summary>
[Asks(nameof(EvaluationActs.DraftRulebook))]
public sealed class RulebookDraftReadingsModel(
    RulebookDraftSearch search,
    EditRulebookDraft edit,
    PageTexts words
) : DraftingPage(search)
{
    [BindProperty]
    public List<ReadingRow> Rows { get; set; } = [];

    /// <summary>Those with several answers.</summary>
    public IReadOnlyList<Interpretation> Readings { get; private set; } = [];

    public void OnGet() =>
        (Version, Rows) = (
            Draft.Version,
            [.. Readings.Select(r => new ReadingRow { Reading = r.Id, Choice = r.Choice })]
        );

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var known = Rows.Zip(Readings)
            .All(p =>
                string.Equals(p.First.Reading, p.Second.Id, StringComparison.Ordinal)
                && p.Second.Choices.Any(c =>
                    string.Equals(c.Id, p.First.Choice, StringComparison.Ordinal)
                )
            );
        if (Rows.Count != Readings.Count || !known)
        {
            OnGet();
            ModelState.Clear();
            return Refuse(
                [RulebookDraftRefusal.Stale],
                _ => "",
                r => $"rulebook-draft.refused.{r}"
            );
        }
        var done = await edit.Run(
            id,
            Version,
            RulebookPart.Readings,
            text => Rows.Aggregate(text, (t, r) => t.Choose(r.Reading, r.Choice)),
            Cancellation
        );
        return done.Done ? Redirect(Links.RulebookDrafts.Details(id)) : Refused(done, _ => "");
    }

    public IReadOnlyList<FieldChoice> Answers(Interpretation reading) =>
        [
            .. reading.Choices.Select(c => new FieldChoice(
                c.Id,
                PageTexts.Name(c.Answer.In(words.Language))
            )),
        ];

    protected override Task<IActionResult?> Open()
    {
        Readings = [.. Draft.Loaded().Readings.Where(r => r.Choices.Count > 1)];
        return base.Open();
    }
}
