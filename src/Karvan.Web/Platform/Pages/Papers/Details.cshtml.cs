using System.ComponentModel.DataAnnotations;
using Karvan.Platform.Audit;
using Karvan.Platform.Authorization;
using Karvan.Platform.Papers;
using Karvan.Platform.Values;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Events;
using Karvan.Web.Platform.Files;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Platform.Pages.Papers;

/// <summary>One paper: what is to be done with it, its signed copy, and its trail.</summary>
[Asks(nameof(PlatformActs.ReadPapers))]
public sealed class PaperDetailsModel(
    PaperSearch search,
    LetterheadShelf shelf,
    PaperWork work,
    AuditTrail trail,
    TimeProvider clock,
    PageTexts words
) : PaperPage(search)
{
    private readonly PaperSearch search = search;

    [BindProperty]
    public PaperForm Form { get; set; } = new();

    /// <summary>The secretariat's number.</summary>
    [BindProperty, StringLength(OfficialPaper.LongestNumber)]
    public string? Number { get; set; }

    /// <summary>The secretariat's day.</summary>
    [BindProperty]
    public string? Day { get; set; }

    /// <summary>Why it is withdrawn.</summary>
    [BindProperty, StringLength(OfficialPaper.LongestReason)]
    public string? Reason { get; set; }

    public PaperSheet Sheet { get; private set; } = null!;

    /// <summary>The letterhead of its body today; null where there is none.</summary>
    public Letterhead? Head { get; private set; }

    public bool Counts => Head?.Numbering is Numbering.Counted;

    public FileList Copies { get; private set; } = new([]);

    public ActivityTrail Trail { get; private set; } = null!;

    public bool MayEdit => Paper.State is PaperState.Draft && MayIssue;

    public bool MayFile => Paper.State is PaperState.Numbered or PaperState.Filed && MayIssue;

    public bool MayWithdraw => Paper.State is not PaperState.Withdrawn && MayIssue;

    public string? AboutLink => SubjectLink.To(Paper.AboutKind, Paper.AboutId, Paper.EnterpriseId);

    public void OnGet() => Form = PaperForm.Of(Sheet);

    [Asks(nameof(PlatformActs.IssuePapers))]
    public async Task<IActionResult> OnPostEditAsync(Guid id, int version)
    {
        Only(nameof(Form));
        Form.Fill();
        if (Form.Read(ModelState) is not { } entry)
        {
            return Page();
        }
        return Answer(await work.Edit.Run(id, version, entry, Cancellation));
    }

    [Asks(nameof(PlatformActs.IssuePapers))]
    public async Task<IActionResult> OnPostNumberAsync(Guid id, int version)
    {
        if (!Only(nameof(Number)))
        {
            Form = PaperForm.Of(Sheet);
            return Page();
        }
        DateOnly? day = SolarDate.TryParse(Day, out var typed) ? typed : null;
        return Answer(await work.Number.Run(id, version, Number, day, Cancellation));
    }

    [Asks(nameof(PlatformActs.IssuePapers))]
    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, int version)
    {
        if (!Only(nameof(Reason)))
        {
            Form = PaperForm.Of(Sheet);
            return Page();
        }
        return Answer(await work.Withdraw.Run(id, version, Reason, Cancellation));
    }

    protected override async Task<IActionResult?> Open()
    {
        Sheet = Paper.Sheet;
        var today = TehranTime.DayOf(clock.GetUtcNow().UtcDateTime);
        Head = MayEdit ? await shelf.On(Paper.Issuer, today, Cancellation) : null;
        Copies = new FileList([
            .. (await search.Copies(Paper, Cancellation)).Select(f => FileTexts.Entry(f, words)),
        ]);
        Trail = EventTexts.Trail(await trail.Of(Paper.Subject, Cancellation), words);
        return null;
    }

    /// <summary>Fields of the other forms were not sent.</summary>
    /// <returns>Whether what was sent can be read.</returns>
    private bool Only(string form)
    {
        foreach (
            var key in ModelState.Keys.Where(k => !k.StartsWith(form, StringComparison.Ordinal))
        )
        {
            ModelState.Remove(key);
        }
        return ModelState.IsValid;
    }

    private IActionResult Answer(Outcome<OfficialPaper, PaperRefusal> done)
    {
        if (done.Done)
        {
            return Redirect(Links.Papers.Details(Paper.Id));
        }
        if (
            !done.Reasons.Any(r =>
                FieldOf(r).StartsWith($"{nameof(Form)}.", StringComparison.Ordinal)
            )
        )
        {
            Form = PaperForm.Of(Sheet);
        }
        return Refuse(done.Reasons, FieldOf, r => $"paper.refused.{r}");
    }

    private static string FieldOf(PaperRefusal refusal) =>
        refusal switch
        {
            PaperRefusal.NumberMissing or PaperRefusal.NumberTaken => nameof(Number),
            PaperRefusal.DayWrong => nameof(Day),
            PaperRefusal.NoReason => nameof(Reason),
            PaperRefusal.TitleMissing => $"{nameof(Form)}.{nameof(PaperForm.Title)}",
            PaperRefusal.EnclosuresWrong => $"{nameof(Form)}.{nameof(PaperForm.Enclosures)}",
            PaperRefusal.SignatoriesWrong => $"{nameof(Form)}.Signatories[0].Name",
            _ => "",
        };
}
