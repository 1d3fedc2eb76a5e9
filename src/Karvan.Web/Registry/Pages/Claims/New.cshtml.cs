using Karvan.Platform.Fields;
using Karvan.Platform.Files;
using Karvan.Registry.Authorization;
using Karvan.Registry.Claims;
using Karvan.Registry.Firms;
using Karvan.Web.Authorization;
using Karvan.Web.Platform.Files;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Claims;

/// <summary>Somebody says that they act for a firm which others registered, and shows it. What was typed stays when something is refused.</summary>
[Asks(nameof(RegistryActs.ClaimEnterprise))]
[TakesFiles]
public sealed class ClaimNewModel(ClaimEnterprise claim, FileLimits limits) : KarvanPage
{
    [BindProperty(SupportsGet = true), KeptIn<OutsideId>]
    public string Number { get; set; } = "";

    [BindProperty, KeptIn<FirmClaim>]
    public string? Statement { get; set; }

    [BindProperty]
    public new IFormFile? File { get; set; }

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPostAsync()
    {
        var file = File.Taken(ModelState, nameof(File), limits);
        // Told with whatever else is missing, and not only once the rest is right.
        if (File is null)
        {
            ModelState.AddModelError(nameof(File), FileTexts.Reason(FileRefusal.Missing, limits));
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var made = await claim.Run(Person, Number, Statement, file, HttpContext.RequestAborted);
        if (made.Done)
        {
            return Redirect(Links.Claims.Details(made.Value));
        }
        return Refuse(
            made.Reasons,
            r =>
                r switch
                {
                    ClaimRefusal.FileMissing or ClaimRefusal.FileInfected => nameof(File),
                    ClaimRefusal.StatementMissing => nameof(Statement),
                    _ => nameof(Number),
                },
            r =>
                r switch
                {
                    ClaimRefusal.FileMissing => FileTexts.Reason(FileRefusal.Missing, limits),
                    ClaimRefusal.FileInfected => FileTexts.Reason(FileRefusal.Infected, limits),
                    _ => $"claim.refused.{r}",
                }
        );
    }
}
