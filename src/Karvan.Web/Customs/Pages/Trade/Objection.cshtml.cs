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
using Karvan.Web.Platform.Files;
using Karvan.Web.Rules;
using Karvan.Web.Words;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>
/// Leads to the line an objection is about. Where no import in force has that line any more, the objection stands here
/// alone, to be refused or taken back.
/// </summary>
[Asks(nameof(CustomsActs.ReadTrade))]
public sealed class ContestDetailsModel(
    EnterpriseCard card,
    FirmTrade trade,
    LineHistory history,
    TakeBackContest takeBack,
    RefuseContest refuse,
    RulebookCatalog catalog,
    PageWords words
) : FirmTradePage(card)
{
    public TradeBands Bands { get; } = TradeBands.Of(catalog);

    public CustomsContest Contest { get; private set; } = null!;

    public FileList Files { get; private set; } = new([]);

    public bool MayTakeBack =>
        Contest.State is ContestState.Open && May(CustomsActs.ContestLine, Contest.Subject);

    public bool MayRefuse =>
        Contest.State is ContestState.Open && May(CustomsActs.AdjustLine, Contest.Subject);

    [BindProperty]
    public string? Remark { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid contest)
    {
        if (await Load(contest) is { } refusal)
        {
            return refusal;
        }
        var key = LineKey.Of(Contest.Said);
        return await trade.Line(Firm, key, HttpContext.RequestAborted) is { } line
            ? Redirect(LineLink.One(Firm.Id, line.Import.Id, key))
            : Page();
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid contest, int version)
    {
        if (await Load(contest) is { } refusal)
        {
            return refusal;
        }
        return May(CustomsActs.ContestLine, Contest.Subject)
            ? Answer(await takeBack.Run(contest, version, HttpContext.RequestAborted))
            : Forbid();
    }

    public async Task<IActionResult> OnPostRefuseAsync(Guid contest, int version)
    {
        if (await Load(contest) is { } refusal)
        {
            return refusal;
        }
        return May(CustomsActs.AdjustLine, Contest.Subject)
            ? Answer(await refuse.Run(contest, version, Remark, HttpContext.RequestAborted))
            : Forbid();
    }

    private IActionResult Answer(Outcome<CustomsContest, LineRefusal> done)
    {
        if (done.Refused is not { } refused)
        {
            return Redirect($"/trade/contests/{Contest.Id}");
        }
        ModelState.AddModelError(
            refused is LineRefusal.NoReason ? nameof(Remark) : "",
            $"trade.refused.{refused}"
        );
        return Page();
    }

    private async Task<IActionResult?> Load(Guid id)
    {
        if (await history.Contest(id, HttpContext.RequestAborted) is not { } found)
        {
            return NotFound();
        }
        if (await Refuse(found.EnterpriseId, CustomsActs.ReadTrade) is { } refusal)
        {
            return refusal;
        }
        Contest = found;
        var story = await history.Of(
            found.Exporter,
            LineKey.Of(found.Said),
            HttpContext.RequestAborted
        );
        Files = new FileList([.. story.Files[id].Select(f => FileWords.Entry(f, words))]);
        return null;
    }
}
