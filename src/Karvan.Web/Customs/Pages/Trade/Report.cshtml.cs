using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Lines;
using Karvan.Platform.Files;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Web.Authorization;
using Karvan.Web.Platform.Files;
using Karvan.Web.Registry.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>A firm reports a declaration that is not among its lines: what stands on it, and the declaration itself as a file.</summary>
[Asks(nameof(CustomsActs.ReportMissingDeclaration))]
[TakesFiles]
public sealed class MissingReportModel(
    EnterpriseCard card,
    ReportMissingDeclaration report,
    FileLimits limits,
    TimeProvider clock
) : EnterprisePage(card)
{
    [BindProperty]
    public MissingForm Form { get; set; } = new();

    [BindProperty]
    public new IFormFile? File { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var file = File.Taken(ModelState, nameof(File), limits);
        var goods = Form.Read(
            ModelState,
            nameof(Form),
            TehranTime.DayOf(clock.GetUtcNow().UtcDateTime)
        );
        if (file is null && ModelState[nameof(File)] is not { Errors.Count: > 0 })
        {
            ModelState.AddModelError(nameof(File), FileTexts.Reason(FileRefusal.Missing, limits));
        }
        if (goods is null || !ModelState.IsValid)
        {
            return Page();
        }
        var done = await report.Run(id, goods, Form.Reason, file, HttpContext.RequestAborted);
        if (done.Done)
        {
            return Redirect(Links.Trade.Missing(done.Value.Id));
        }
        return Refuse(
            done.Reasons,
            r =>
                r is MissingRefusal.FileRefused or MissingRefusal.NoFile ? nameof(File)
                : MissingForm.FieldOf(r) is { } field ? $"{nameof(Form)}.{field}"
                : "",
            TradeTexts.Refused
        );
    }
}
