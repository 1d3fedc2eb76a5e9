using System.ComponentModel.DataAnnotations;
using Karvan.Platform.Audit;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Certificates;
using Karvan.Registry.Firms;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Events;
using Karvan.Web.Platform.Files;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Era;

/// <summary>One certificate with its file, the expert's decision, and its trail.</summary>
[Asks(nameof(RegistryActs.ReadEnterprise))]
public sealed class CertificateDetailsModel(
    EnterpriseCard card,
    EraCertificateSearch search,
    CheckEraCertificate check,
    AuditTrail trail,
    TimeProvider clock,
    PageTexts words
) : KarvanPage
{
    public EraCertificate Certificate { get; private set; } = null!;

    public Enterprise Firm { get; private set; } = null!;

    public FileList Files { get; private set; } = new([]);

    public ActivityTrail Trail { get; private set; } = null!;

    public DateOnly Today => TehranTime.DayOf(clock.GetUtcNow().UtcDateTime);

    public bool MayCheck =>
        Certificate.State is EraCertificateState.Waiting
        && May(RegistryActs.CheckEraCertificate, Certificate.Subject);

    [BindProperty, Required]
    public string? Decision { get; set; }

    [BindProperty]
    public string? Remark { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid certificate) =>
        await Load(id, certificate) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid certificate, int version)
    {
        if (!await Load(id, certificate))
        {
            return NotFound();
        }
        if (!May(RegistryActs.CheckEraCertificate, Certificate.Subject))
        {
            return Forbid();
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var decided = await check.Run(
            certificate,
            version,
            Enum.TryParse<EraCertificateState>(Decision, out var decision)
                ? decision
                : EraCertificateState.Waiting,
            Remark,
            HttpContext.RequestAborted
        );
        if (decided.Refused is { } refusal)
        {
            ModelState.AddModelError(
                refusal is EraRefusal.NoReason ? nameof(Remark) : nameof(Decision),
                $"era.refused.{refusal}"
            );
            return Page();
        }
        return Redirect($"/enterprises/{id}/era/{certificate}");
    }

    private async Task<bool> Load(Guid id, Guid certificate)
    {
        var cancellation = HttpContext.RequestAborted;
        if (
            await search.One(certificate, cancellation) is not var (found, file)
            || found.EnterpriseId != id
            || await card.Find(id, cancellation) is not { } firm
            || !May(RegistryActs.ReadEnterprise, found.Subject)
        )
        {
            return false;
        }
        (Certificate, Firm) = (found, firm);
        Files = new FileList(file is null ? [] : [FileTexts.Entry(file, words)]);
        Trail = EventTexts.Trail(await trail.Of(found.Subject, cancellation), words);
        return true;
    }
}
