using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Lines;
using Karvan.Customs.Records;
using Karvan.Customs.Trade;
using Karvan.Platform.Fields;
using Karvan.Platform.Files;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Web.Authorization;
using Karvan.Web.Platform.Files;
using Karvan.Web.Rules;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>A firm objects to a line: what is wrong, why, and perhaps a file.</summary>
[Asks(nameof(CustomsActs.ObjectToLine))]
[TakesFiles]
public sealed class LineObjectModel(
    EnterpriseCard card,
    FirmTrade trade,
    LineHistory history,
    ObjectToLine objection,
    RulebookCatalog catalog,
    FileLimits limits
) : LinePage(card, trade, history)
{
    public TradeBands Bands { get; } = TradeBands.Of(catalog);

    [BindProperty]
    public string? Ground { get; set; }

    [BindProperty, KeptIn<LineObjection>(Optional = true)]
    public string? Reason { get; set; }

    [BindProperty]
    public new IFormFile? File { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var file = File.Taken(ModelState, nameof(File), limits);
        if (!EnumNames.TryParse<LineObjectionGround>(Ground, out var ground))
        {
            ModelState.AddModelError(nameof(Ground), "field.required");
        }
        if (string.IsNullOrWhiteSpace(Reason))
        {
            ModelState.AddModelError(nameof(Reason), $"trade.refused.{LineRefusal.NoReason}");
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var done = await objection.Run(
            id,
            Address.Import,
            Line.Key,
            ground,
            Reason,
            file,
            HttpContext.RequestAborted
        );
        if (done.Refused is not { } refused)
        {
            return Redirect(Link());
        }
        ModelState.AddModelError(
            refused is LineRefusal.FileRefused ? nameof(File) : "",
            $"trade.refused.{refused}"
        );
        return Page();
    }
}
