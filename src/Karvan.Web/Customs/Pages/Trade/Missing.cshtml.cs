using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Lines;
using Karvan.Customs.Records;
using Karvan.Customs.Trade;
using Karvan.Platform.Audit;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Events;
using Karvan.Web.Platform.Files;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>A declaration that a firm reported as missing, whether it stands among its lines by now, and the expert's answer.</summary>
[Asks(nameof(CustomsActs.ReadTrade))]
public sealed class MissingDetailsModel(
    EnterpriseCard card,
    FirmTrade trade,
    LineHistory history,
    TakeBackMissingDeclaration takeBack,
    AnswerMissingDeclaration answer,
    AuditTrail trail,
    PageTexts words
) : RecordPage<MissingDeclaration>
{
    public Enterprise Firm { get; private set; } = null!;

    public MissingDeclaration Report => Record;

    public FileList Files { get; private set; } = new([]);

    /// <summary>How many lines of the firm have its number now.</summary>
    public int There { get; private set; }

    public ActivityTrail Trail { get; private set; } = null!;

    private bool IsOpen => Report.State is MissingDeclarationState.Open;

    public bool MayTakeBack => IsOpen && May(CustomsActs.ReportMissingDeclaration, Report.Subject);

    public bool MayDecide => IsOpen && May(CustomsActs.DecideMissingDeclaration, Report.Subject);

    public IReadOnlyList<FieldChoice> Decisions =>
        [
            new(nameof(MissingDeclarationState.Found), words["trade.missing.do-found"]),
            new(nameof(MissingDeclarationState.Refused), words["trade.missing.do-refuse"]),
        ];

    [BindProperty]
    public string? Decision { get; set; }

    [BindProperty, KeptIn<MissingDeclaration>]
    public string? Remark { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid missing, int version)
    {
        return May(CustomsActs.ReportMissingDeclaration, Report.Subject)
            ? Answer(await takeBack.Run(missing, version, Cancellation))
            : Forbid();
    }

    public async Task<IActionResult> OnPostDecideAsync(Guid missing, int version)
    {
        if (!May(CustomsActs.DecideMissingDeclaration, Report.Subject))
        {
            return Forbid();
        }
        if (
            Decision
            is not (
                nameof(MissingDeclarationState.Found)
                or nameof(MissingDeclarationState.Refused)
            )
        )
        {
            ModelState.AddModelError(nameof(Decision), "field.required");
        }
        if (string.IsNullOrWhiteSpace(Remark))
        {
            ModelState.AddModelError(nameof(Remark), TradeTexts.Refused(MissingRefusal.NoRemark));
        }
        return IsRight(nameof(Decision), nameof(Remark))
            ? Answer(
                await answer.Run(
                    missing,
                    version,
                    Decision == nameof(MissingDeclarationState.Found),
                    Remark,
                    Cancellation
                )
            )
            : Page();
    }

    private IActionResult Answer(Outcome<MissingDeclaration, MissingRefusal> done)
    {
        if (done.Refused is not { } refused)
        {
            return Redirect(Links.Trade.Missing(Report.Id));
        }
        ModelState.AddModelError(
            refused is MissingRefusal.NoRemark ? nameof(Remark) : "",
            TradeTexts.Refused(refused)
        );
        return Page();
    }

    protected override string IdName => "missing";

    protected override async Task<MissingDeclaration?> Find(Guid id)
    {
        if (
            await history.Missing(id, Cancellation) is not { } found
            || await card.Find(found.EnterpriseId, Cancellation) is not { } firm
        )
        {
            return null;
        }
        Firm = firm;
        return found;
    }

    protected override IEnumerable<Subject> SubjectsOf(MissingDeclaration record) => [Firm.Subject];

    protected override async Task<IActionResult?> Open()
    {
        var files = await history.FilesOf(Report, Cancellation);
        Files = new FileList([.. files.Select(f => FileTexts.Entry(f, words))]);
        There = (await trade.Of(Firm, Report.IsImport, Report.Declaration, Cancellation)).Count;
        Trail = EventTexts.Trail(await trail.Of(Report.Subject, Cancellation), words);
        return null;
    }
}
