using System.Globalization;
using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Rulebooks;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Texts;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.RulebookDrafts;

[KeptIn<RulebookDraft>]
public sealed class RulebookDraftForm
{
    /// <summary>The hash of the rulebook that is copied.</summary>
    [Field("rulebook-draft.source", Longest = 64)]
    public string Source { get; set; } = "";

    public string Year { get; set; } = "";

    public string TitleFa { get; set; } = "";

    public string TitleEn { get; set; } = "";
}

/// <summary>Begins a draft from a rulebook, shipped or published.</summary>
[Asks(nameof(EvaluationActs.DraftRulebook))]
public sealed class RulebookDraftBeginModel(
    StartRulebookDraft start,
    RulebookLibrary library,
    RulebookDraftSearch search,
    PageTexts words
) : DraftingPage(search)
{
    [BindProperty]
    public RulebookDraftForm Form { get; set; } = new();

    public IReadOnlyList<FieldChoice> Sources { get; } =
    [
        .. library
            .All()
            .Select(b => new FieldChoice(
                b.Hash,
                words[
                    "campaign.rulebook-choice",
                    ("title", b.Title.In(words.Language)),
                    ("version", b.Version)
                ]
            )),
    ];

    /// <summary>The newest rulebook, for the year after it: what is copied most.</summary>
    public void OnGet()
    {
        if (library.All() is [var newest, ..])
        {
            Form = new RulebookDraftForm
            {
                Source = newest.Hash,
                Year = (newest.Year + 1).ToString(CultureInfo.InvariantCulture),
                TitleFa = newest.Title.Fa,
                TitleEn = newest.Title.En,
            };
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var readable = int.TryParse(
            PersianText.LatinDigits(Form.Year).Trim(),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var year
        );
        var done = await start.Run(
            Form.Source,
            readable ? year : 0,
            new LocalText(Form.TitleFa, Form.TitleEn),
            Cancellation
        );
        if (done.Draft is { } draft)
        {
            return Redirect(Links.RulebookDrafts.Details(draft.Id));
        }
        if (done.Problems.Count > 0)
        {
            return Refused(done, _ => "");
        }
        return Refuse(
            done.Reasons,
            r => $"{nameof(Form)}.{FieldOf(r)}",
            r => $"rulebook-draft.refused.{r}"
        );
    }

    private static string FieldOf(RulebookDraftRefusal refusal) =>
        refusal switch
        {
            RulebookDraftRefusal.SourceUnknown => nameof(Form.Source),
            RulebookDraftRefusal.YearUnknown => nameof(Form.Year),
            _ => nameof(Form.TitleFa),
        };

    protected override Task<IActionResult?> Open() => Task.FromResult<IActionResult?>(null);
}
