using Karvan.Platform.Authorization;
using Karvan.Platform.Files;
using Karvan.Registry.Authorization;
using Karvan.Registry.Certificates;
using Karvan.Registry.Firms;
using Karvan.Web.Authorization;
using Karvan.Web.Platform.Files;
using Karvan.Web.Registry.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Era;

/// <summary>Records a certificate of export readiness with its scan. What was typed stays when something is refused.</summary>
[Asks(nameof(RegistryActs.AddEraCertificate))]
[TakesFiles]
public sealed class CertificateAddModel(
    EnterpriseCard card,
    AddEraCertificate add,
    FileLimits limits
) : EnterprisePage(card)
{
    [BindProperty]
    public CertificateForm Entry { get; set; } = new();

    [BindProperty]
    public new IFormFile? File { get; set; }

    /// <summary>A firm shows its certificate; an expert may record one from paper.</summary>
    public bool FileNeeded => Actor.ActingFor == Firm.Id;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var file = File.Taken(ModelState, nameof(File), limits);
        if (Entry.Read(ModelState, nameof(Entry)) is not { } entry)
        {
            return Page();
        }
        var added = await add.Run(id, entry, file, HttpContext.RequestAborted);
        if (added.Done)
        {
            return Redirect(Links.Era.Certificate(id, added.Value));
        }
        if (added.Refused is EraRefusal.NotFound)
        {
            return NotFound();
        }
        return Refuse(
            added.Reasons,
            r =>
                r is EraRefusal.FileMissing or EraRefusal.FileInfected ? nameof(File)
                : CertificateForm.FieldOf(r) is { } field ? $"{nameof(Entry)}.{field}"
                : "",
            r =>
                r switch
                {
                    EraRefusal.FileMissing => FileTexts.Reason(FileRefusal.Missing, limits),
                    EraRefusal.FileInfected => FileTexts.Reason(FileRefusal.Infected, limits),
                    _ => $"era.refused.{r}",
                }
        );
    }
}
