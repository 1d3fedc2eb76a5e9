using Karvan.Platform.Audit;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Registry.Reference;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Reference;

/// <summary>What the pages of one row do: look, add, change, withdraw.</summary>
public sealed class RowWork(
    ReferenceShelf shelf,
    AddReferenceRow add,
    EditReferenceRow edit,
    WithdrawReferenceRow withdraw,
    AuditTrail trail
)
{
    public ReferenceShelf Shelf => shelf;

    public AddReferenceRow Add => add;

    public EditReferenceRow Edit => edit;

    public WithdrawReferenceRow Withdraw => withdraw;

    public AuditTrail Trail => trail;
}

/// <summary>Adds a row to a list, changes it, or withdraws it. Over a newer version both are shown.</summary>
public abstract class RowPage<TRow, TForm>(RowWork work, PageTexts words)
    : RecordPage<TRow>,
        IRowPage
    where TRow : ReferenceRow, new()
    where TForm : RowForm<TRow>, new()
{
    protected PageTexts W => words;

    public abstract ReferenceList List { get; }

    [BindProperty]
    public TForm Form { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Why a row is withdrawn.</summary>
    [BindProperty, KeptIn<IRowPage>]
    public string? Reason { get; set; }

    /// <summary>Null for a row that is yet to be added.</summary>
    public Guid? RowId =>
        Guid.TryParse(RouteData.Values[IdName]?.ToString(), out var id) ? id : null;

    public string HeadingKey => RowId is null ? "reference.new" : "reference.change";

    public void OnGet()
    {
        if (Row is { } row)
        {
            Form.Load(row);
            Version = row.Version;
        }
    }

    public async Task<IActionResult> OnPostAsync(Guid? id)
    {
        if (Form.Read(ModelState) is not { } entry || !ModelState.IsValid)
        {
            return Page();
        }
        var done = id is { } known
            ? await work.Edit.Run(known, Version, entry, HttpContext.RequestAborted)
            : await work.Add.Run(entry, HttpContext.RequestAborted);
        return done.Refused switch
        {
            null => Redirect(List.Href),
            ReferenceRefusal.Stale => await Stale(),
            _ => Refuse(
                done.Reasons,
                r => RowForm<TRow>.Path(Form.FieldOf(r)),
                r => $"reference.refused.{r}"
            ),
        };
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id)
    {
        if (!IsRight(nameof(Reason)))
        {
            return Again();
        }
        ModelState.Clear();
        var refused = await work.Withdraw.Run<TRow>(
            id,
            Version,
            Reason,
            HttpContext.RequestAborted
        );
        if (refused is null)
        {
            return Redirect(List.Href);
        }
        ModelState.AddModelError(nameof(Reason), $"reference.refused.{refused}");
        return Again();
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Again()
    {
        Form.Load(Record);
        Version = Record.Version;
        return Page();
    }

    /// <summary>Null where a row is added.</summary>
    private TRow? Row => RowId is null ? null : Record;

    protected override Task<TRow?> Find(Guid id) => work.Shelf.Find<TRow>(id, Cancellation);

    protected override IEnumerable<Subject> SubjectsOf(TRow record) =>
        [ReferenceRow.SubjectOf(typeof(TRow), record.Id)];

    protected override Task<IActionResult?> Open() =>
        Task.FromResult<IActionResult?>(
            May(List.Edit, ReferenceRow.SubjectOf(typeof(TRow), RowId)) ? null : Forbid()
        );

    private async Task<IActionResult> Stale()
    {
        var now = new TForm();
        now.Load(Record);
        var last = (await work.Trail.Of(Record.Subject, HttpContext.RequestAborted))[0];
        return StaleFields
            .Of(this, nameof(Form), (last.AuthorName, last.At), Record.Version, Form, now, words)
            .Result(this);
    }
}

/// <summary>What the parts of such a page need to know of it.</summary>
public interface IRowPage
{
    ReferenceList List { get; }

    Guid? RowId { get; }

    /// <summary>The text of the heading, with the title of the list.</summary>
    string HeadingKey { get; }

    int Version { get; }

    [Field("reference.reason", Longest = Lengths.Text, Rows = 2)]
    string? Reason { get; }
}
