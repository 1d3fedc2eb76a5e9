using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Lines;
using Karvan.Customs.Records;
using Karvan.Customs.Trade;
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
) : FirmTradePage(card)
{
    public TradeBands Bands { get; } = TradeBands.Of(catalog);

    public LineObjection Objection { get; private set; } = null!;

    public FileList Files { get; private set; } = new([]);

    public bool MayTakeBack =>
        Objection.State is LineObjectionState.Open
        && May(CustomsActs.ObjectToLine, Objection.Subject);

    public bool MayRefuse =>
        Objection.State is LineObjectionState.Open
        && May(CustomsActs.AdjustLine, Objection.Subject);

    [BindProperty]
    public string? Remark { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid objection)
    {
        if (await Load(objection) is { } refusal)
        {
            return refusal;
        }
        var key = LineKey.Of(Objection.Said);
        return await trade.Line(Firm, key, HttpContext.RequestAborted) is { } line
            ? Redirect(LineLink.One(Firm.Id, line.Import.Id, key))
            : Page();
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid objection, int version)
    {
        if (await Load(objection) is { } refusal)
        {
            return refusal;
        }
        return May(CustomsActs.ObjectToLine, Objection.Subject)
            ? Answer(await takeBack.Run(objection, version, HttpContext.RequestAborted))
            : Forbid();
    }

    public async Task<IActionResult> OnPostRefuseAsync(Guid objection, int version)
    {
        if (await Load(objection) is { } refusal)
        {
            return refusal;
        }
        return May(CustomsActs.AdjustLine, Objection.Subject)
            ? Answer(await refuse.Run(objection, version, Remark, HttpContext.RequestAborted))
            : Forbid();
    }

    private IActionResult Answer(Outcome<LineObjection, LineRefusal> done)
    {
        if (done.Refused is not { } refused)
        {
            return Redirect($"/trade/contests/{Objection.Id}");
        }
        ModelState.AddModelError(
            refused is LineRefusal.NoReason ? nameof(Remark) : "",
            $"trade.refused.{refused}"
        );
        return Page();
    }

    private async Task<IActionResult?> Load(Guid id)
    {
        if (await history.Objection(id, HttpContext.RequestAborted) is not { } found)
        {
            return NotFound();
        }
        if (await DenyUnlessAllowed(found.EnterpriseId, CustomsActs.ReadTrade) is { } refusal)
        {
            return refusal;
        }
        Objection = found;
        var story = await history.Of(
            found.Exporter,
            LineKey.Of(found.Said),
            HttpContext.RequestAborted
        );
        Files = new FileList([.. story.Files[id].Select(f => FileTexts.Entry(f, words))]);
        return null;
    }
}
