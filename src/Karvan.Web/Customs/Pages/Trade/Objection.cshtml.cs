using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Lines;
using Karvan.Customs.Records;
using Karvan.Customs.Trade;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Trade.Ledger;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Files;
using Karvan.Web.Rules;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>
/// Leads to the line an objection is about. Where no import in force has that line any more, the objection stands here
/// alone, to be refused or taken back.
/// </summary>
[Asks(nameof(CustomsActs.ReadTrade))]
public sealed class LineObjectionDetailsModel(
    EnterpriseCard card,
    FirmTrade trade,
    LineHistory history,
    TakeBackLineObjection takeBack,
    RefuseLineObjection refuse,
    RulebookCatalog catalog,
    PageTexts words
) : RecordPage<LineObjection>
{
    public TradeBands Bands { get; } = TradeBands.Of(catalog);

    public Enterprise Firm { get; private set; } = null!;

    public LineObjection Objection => Record;

    public FileList Files { get; private set; } = new([]);

    public bool MayTakeBack =>
        Objection.State is LineObjectionState.Open
        && May(CustomsActs.ObjectToLine, Objection.Subject);

    public bool MayRefuse =>
        Objection.State is LineObjectionState.Open
        && May(CustomsActs.AdjustLine, Objection.Subject);

    [BindProperty, KeptIn<LineObjection>]
    public string? Remark { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid objection)
    {
        var key = LineKey.Of(Objection.Said);
        return await trade.Line(Firm, key, HttpContext.RequestAborted) is { } line
            ? Redirect(LineLink.One(Firm.Id, line.Import.Id, key))
            : Page();
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid objection, int version)
    {
        return May(CustomsActs.ObjectToLine, Objection.Subject)
            ? Answer(await takeBack.Run(objection, version, HttpContext.RequestAborted))
            : Forbid();
    }

    public async Task<IActionResult> OnPostRefuseAsync(Guid objection, int version)
    {
        return !May(CustomsActs.AdjustLine, Objection.Subject) ? Forbid()
            : !IsRight(nameof(Remark)) ? Page()
            : Answer(await refuse.Run(objection, version, Remark, HttpContext.RequestAborted));
    }

    private IActionResult Answer(Outcome<LineObjection, LineRefusal> done)
    {
        if (done.Refused is not { } refused)
        {
            return Redirect(Links.Trade.Objection(Objection.Id));
        }
        ModelState.AddModelError(
            refused is LineRefusal.NoReason ? nameof(Remark) : "",
            $"trade.refused.{refused}"
        );
        return Page();
    }

    protected override string IdName => "objection";

    protected override async Task<LineObjection?> Find(Guid id)
    {
        if (
            await history.Objection(id, Cancellation) is not { } found
            || await card.Find(found.EnterpriseId, Cancellation) is not { } firm
        )
        {
            return null;
        }
        Firm = firm;
        return found;
    }

    /// <summary>Whose trade it is about; what becomes of the objection is asked of itself.</summary>
    protected override IEnumerable<Subject> SubjectsOf(LineObjection record) => [Firm.Subject];

    protected override async Task<IActionResult?> Open()
    {
        var story = await history.Of(Objection.Exporter, LineKey.Of(Objection.Said), Cancellation);
        Files = new FileList([.. story.Files[Objection.Id].Select(f => FileTexts.Entry(f, words))]);
        return null;
    }
}
