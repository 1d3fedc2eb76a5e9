using Karvan.Platform.Audit;
using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.Papers;
using Karvan.Platform.Values;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Events;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Platform.Pages.Papers;

/// <summary>Says what stands on the paper of a body from a day on, or corrects it.</summary>
[Asks(nameof(PlatformActs.EditLetterheads))]
public sealed class LetterheadRowModel(
    LetterheadShelf shelf,
    KeepLetterhead keep,
    AuditTrail trail,
    PageTexts words
) : RecordPage<Letterhead>
{
    [BindProperty]
    public LetterheadForm Form { get; set; } = new();

    /// <summary>Whose it is; asked where a new one is made.</summary>
    [BindProperty]
    public string? Issuer { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public bool IsNew => Record is null;

    public IReadOnlyList<FieldChoice> Issuers { get; private set; } = [];

    public ActivityTrail Trail { get; private set; } = new([]);

    public void OnGet()
    {
        if (IsNew)
        {
            // An expert of one province keeps one.
            Issuer = Issuers is [var only] ? only.Value : null;
        }
        else
        {
            Form = LetterheadForm.Of(Record);
            Version = Record.Version;
        }
    }

    public async Task<IActionResult> OnPostAsync(Guid? id)
    {
        Form.Fill();
        var issuer = Issuers.FirstOrDefault(i => i.Value == Issuer)?.Value;
        if (IsNew && issuer is null)
        {
            ModelState.AddModelError(nameof(Issuer), "field.required");
        }
        if (Form.Read(ModelState) is not { } entry)
        {
            return Page();
        }
        var done = IsNew ? await Add(issuer!, entry) : await keep.Edit(id!.Value, Version, entry);
        return done.Done
            ? Redirect(Links.Papers.Letterheads)
            : Refuse(
                done.Reasons,
                r => LetterheadForm.FieldOf(r) is { } field ? $"Form.{field}" : "",
                r => $"letterhead.refused.{r}"
            );
    }

    protected override Task<Letterhead?> Find(Guid id) => shelf.Find(id, Cancellation);

    protected override IEnumerable<Subject> SubjectsOf(Letterhead record) => [record.Subject];

    protected override async Task<IActionResult?> Open()
    {
        Issuers =
        [
            .. AuditChain
                .All.Where(c => c.Body is not Body.Shared)
                .Where(c =>
                    May(PlatformActs.EditLetterheads, Letterhead.SubjectOf(c.Body, c.Province))
                )
                .Select(c => Letterhead.IssuerOf(c.Body, c.Province))
                .Select(i => new FieldChoice(i, PaperTexts.Issuer(i, words))),
        ];
        if (!IsNew)
        {
            Trail = EventTexts.Trail(await trail.Of(Record.Subject, Cancellation), words);
        }
        return null;
    }

    private Task<Outcome<Letterhead, LetterheadRefusal>> Add(string issuer, LetterheadEntry entry)
    {
        var (body, province) = AuditChain.Parse(issuer);
        return keep.Add(body, province, entry, Cancellation);
    }
}
