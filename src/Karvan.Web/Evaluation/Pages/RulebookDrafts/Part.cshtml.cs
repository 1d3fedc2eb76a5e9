using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Rulebooks;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Karvan.Web.Evaluation.Pages.RulebookDrafts;

/// <summary>One value of a part, as it is typed.</summary>
public sealed class PartRow
{
    public string Key { get; set; } = "";

    [Field("rulebook-part.max", Longest = Lengths.Name)]
    public string? Value { get; set; }

    [Field(
        "rulebook-part.points",
        Longest = Lengths.Code,
        Kind = FieldKind.Number,
        Length = FieldLength.Narrow
    )]
    public string? Points { get; set; }
}

/// <summary>Values of one part of a draft, each in a field.</summary>
[Asks(nameof(EvaluationActs.DraftRulebook))]
public sealed class RulebookDraftPartModel(
    RulebookDraftSearch search,
    EditRulebookDraft edit,
    PageTexts words
) : DraftingPage(search)
{
    [BindProperty]
    public List<PartRow> Rows { get; set; } = [];

    public RulebookPart Part { get; private set; }

    internal IReadOnlyList<PartLine> Lines { get; private set; } = [];

    public void OnGet()
    {
        Version = Draft.Version;
        Fill();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        // What was typed over another version may have other rows.
        if (
            !Rows.Select(r => r.Key).SequenceEqual(Lines.Select(l => l.Key), StringComparer.Ordinal)
        )
        {
            ModelState.Clear();
            Fill();
            Version = Draft.Version;
            return Refused(RulebookDraftRefusal.Stale);
        }
        var typed = new TypedPart(Rows, ModelState);
        var change = PartEdits.Of(Part, Draft.Loaded(), typed);
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var done = await edit.Run(id, Version, Part, change, Cancellation);
        return done.Done
            ? Redirect(Links.RulebookDrafts.Details(id))
            : Refused(done, key => typed.FieldOf(key) ?? "");
    }

    /// <summary>A part without such a form is no page.</summary>
    protected override async Task<IActionResult?> Open()
    {
        if (
            EnumNames.Of<RulebookPart>($"{RouteData.Values["part"]}") is not { } part
            || !PartLines.Parts.Contains(part)
        )
        {
            return NotFound();
        }
        (Part, Lines) = (part, PartLines.Of(part, Draft, words));
        return await base.Open();
    }

    private void Fill() =>
        Rows = [
            .. Lines.Select(l => new PartRow
            {
                Key = l.Key,
                Value = l.Value,
                Points = l.Points,
            }),
        ];

    private PageResult Refused(RulebookDraftRefusal reason) =>
        Refuse([reason], _ => "", r => $"rulebook-draft.refused.{r}");
}
