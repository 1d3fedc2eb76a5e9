using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Lines;
using Karvan.Customs.Trade;
using Karvan.Platform.Files;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Trade.Ledger;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Files;
using Karvan.Web.Rules;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>
/// An expert corrects a line or strikes it off: first what it is to say and why, then both versions beside each other to
/// check, with the file that proves it. An open objection is upheld by it.
/// </summary>
[Asks(nameof(CustomsActs.AdjustLine))]
[TakesFiles]
public sealed class LineAdjustModel(
    EnterpriseCard card,
    FirmTrade trade,
    LineHistory history,
    AdjustLine adjust,
    RulebookCatalog catalog,
    FileLimits limits,
    TimeProvider clock,
    PageTexts words
) : LinePage(card, trade, history)
{
    public TradeBands Bands { get; } = TradeBands.Of(catalog);

    [BindProperty]
    public AdjustForm Form { get; set; } = new();

    /// <summary>Of the objection that stood open when the form was opened.</summary>
    [BindProperty]
    public Guid? Objection { get; set; }

    [BindProperty]
    public int ObjectionVersion { get; set; }

    /// <summary>The decision that stood then.</summary>
    [BindProperty]
    public Guid? Over { get; set; }

    [BindProperty]
    public new IFormFile? File { get; set; }

    /// <summary>Whether both versions are shown to be checked.</summary>
    public bool Checking { get; private set; }

    public LedgerLine? After { get; private set; }

    /// <summary>Whether it is to count in the other flow or for another firm.</summary>
    public bool Moves => After is { } after && new LineAdjustment(default, Line.Said, after).Moves;

    public IReadOnlyList<FieldChoice> Decisions =>
        [
            new(AdjustForm.Correct, words["trade.do-correct"]),
            new(AdjustForm.Strike, words["trade.do-strike"], words["trade.do-strike-hint"]),
        ];

    public void OnGet()
    {
        Form = AdjustForm.Of(Line.At.Line, words.Digits);
        Over = Line.Adjusted?.Id;
        (Objection, ObjectionVersion) = (Story.Open?.Id, Story.Open?.Version ?? 0);
    }

    /// <summary>Shows what would become of the line.</summary>
    public void OnPostCheck()
    {
        Show(Form.Read(ModelState, nameof(Form), Today));
    }

    /// <summary>Back from the check to the form, with everything as it was typed; nothing is read of it.</summary>
    public void OnPostBack() { }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var correction = Form.Read(ModelState, nameof(Form), Today);
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var file = File.Taken(ModelState, nameof(File), limits);
        if (!ModelState.IsValid)
        {
            Show(correction);
            return Page();
        }
        var done = await adjust.Run(
            new LineDecision(
                id,
                Address.Import,
                Line.Key,
                correction,
                Form.Reason,
                Objection is { } objection ? (objection, ObjectionVersion) : null,
                Over
            ),
            file,
            HttpContext.RequestAborted
        );
        if (done.Done)
        {
            return Redirect(Link());
        }
        var page = Refuse(
            done.Reasons,
            r =>
                r is LineRefusal.FileRefused ? nameof(File)
                : AdjustForm.FieldOf(r) is { } field ? $"{nameof(Form)}.{field}"
                : "",
            r => $"trade.refused.{r}"
        );
        if (done.Refused is LineRefusal.FileRefused)
        {
            Show(correction);
        }
        return page;
    }

    private DateOnly Today => TehranTime.DayOf(clock.GetUtcNow().UtcDateTime);

    private void Show(LineCorrection? correction)
    {
        Checking = ModelState.IsValid || ModelState.ContainsKey(nameof(File));
        After = AdjustLine.After(Line.Said, correction);
    }
}
