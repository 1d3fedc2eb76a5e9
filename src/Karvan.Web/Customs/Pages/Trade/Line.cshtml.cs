using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Importing;
using Karvan.Customs.Lines;
using Karvan.Customs.Records;
using Karvan.Customs.Trade;
using Karvan.Platform.Audit;
using Karvan.Platform.Events;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Trade.Ledger;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Events;
using Karvan.Web.Platform.Files;
using Karvan.Web.Rules;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>
/// One line: what the file said, how it counts, what was objected and decided. By the id of a decision it opens the line
/// that this is about.
/// </summary>
[Asks(nameof(CustomsActs.ReadTrade))]
public sealed class TradeLineModel(
    EnterpriseCard card,
    FirmTrade trade,
    LineHistory history,
    TakeBackLineObjection takeBack,
    RefuseLineObjection refuse,
    WithdrawAdjustment withdraw,
    AuditTrail trail,
    RulebookCatalog catalog,
    PageTexts words
) : LinePage(card, trade, history)
{
    private readonly FirmTrade trade = trade;
    private readonly LineHistory history = history;

    public TradeBands Bands { get; } = TradeBands.Of(catalog);

    public ActivityTrail Trail { get; private set; } = null!;

    public bool MayObject =>
        Story.Open is null
        && Line.At.State is not LineState.Repeated
        && May(CustomsActs.ObjectToLine, Firm.Subject);

    public bool MayAdjust => May(CustomsActs.AdjustLine, Firm.Subject);

    /// <summary>The firm's own open objection.</summary>
    public bool MayTakeBack(LineObjection objection) =>
        objection.State is LineObjectionState.Open
        && May(CustomsActs.ObjectToLine, objection.Subject);

    [BindProperty, KeptIn<LineObjection>]
    public string? Remark { get; set; }

    [BindProperty, KeptIn<CustomsAdjustment>(nameof(CustomsAdjustment.WithdrawnReason))]
    public string? Reason { get; set; }

    public string? ImportLink =>
        May(CustomsActs.ReadCustoms, CustomsImport.SubjectIn(Line.Import.Province, Line.Import.Id))
            ? SubjectLink.To(nameof(CustomsImport), Line.Import.Id, null)
            : null;

    public FileList FilesOf(Guid owner) =>
        new([.. Story.Files[owner].Select(f => FileTexts.Entry(f, words))]);

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? adjustment) =>
        !ByDecision ? Page()
        : adjustment is { } decided ? await Find(id, decided)
        : NotFound();

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, Guid objection, int version)
    {
        return Story.Objections.FirstOrDefault(c => c.Id == objection) is not { } found ? NotFound()
            : !May(CustomsActs.ObjectToLine, found.Subject) ? Forbid()
            : Answer(
                (await takeBack.Run(objection, version, HttpContext.RequestAborted)).Refused,
                ""
            );
    }

    public async Task<IActionResult> OnPostRefuseAsync(Guid id, Guid objection, int version)
    {
        return Story.Objections.FirstOrDefault(c => c.Id == objection) is not { } found ? NotFound()
            : !May(CustomsActs.AdjustLine, found.Subject) ? Forbid()
            : !IsRight(nameof(Remark)) ? Page()
            : Answer(
                (await refuse.Run(objection, version, Remark, HttpContext.RequestAborted)).Refused,
                nameof(Remark)
            );
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, Guid adjustment, int version)
    {
        return Story.Adjustments.FirstOrDefault(a => a.Id == adjustment) is not { } found
                ? NotFound()
            : !May(CustomsActs.AdjustLine, found.Subject) ? Forbid()
            : !IsRight(nameof(Reason)) ? Page()
            : Answer(
                (
                    await withdraw.Run(adjustment, version, Reason, HttpContext.RequestAborted)
                ).Refused,
                nameof(Reason)
            );
    }

    private IActionResult Answer(LineRefusal? refused, string field)
    {
        if (refused is null)
        {
            return Redirect(Link());
        }
        ModelState.AddModelError(
            refused is LineRefusal.NoReason ? field : "",
            $"trade.refused.{refused}"
        );
        return Page();
    }

    protected override async Task<IActionResult?> Open()
    {
        // By the id of a decision alone no line is named yet.
        if (ByDecision)
        {
            return null;
        }
        if (await base.Open() is { } refusal)
        {
            return refusal;
        }
        var events = new List<AuditEvent>();
        foreach (
            var subject in Story
                .Objections.Select(c => c.Subject)
                .Concat(Story.Adjustments.Select(a => a.Subject))
        )
        {
            events.AddRange(await trail.Of(subject, Cancellation));
        }
        Trail = EventTexts.Trail(events.OrderByDescending(e => e.Id), words);
        return null;
    }

    private bool ByDecision =>
        HttpMethods.IsGet(Request.Method) && Request.Query.ContainsKey("adjustment");

    private async Task<IActionResult> Find(Guid id, Guid adjustment)
    {
        var found = await history.Adjustment(adjustment, Cancellation);
        if (found is null || found.EnterpriseId != id)
        {
            return NotFound();
        }
        var line = await trade.Line(Firm, found.KeyHere, Cancellation);
        // Its import may be out of force by now: then the lines say so.
        return Redirect(
            line is null ? Links.Trade.Lines(id) : LineLink.One(id, line.Import.Id, line.Key)
        );
    }
}
