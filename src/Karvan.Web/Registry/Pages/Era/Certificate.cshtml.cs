using System.ComponentModel.DataAnnotations;
using Karvan.Platform.Audit;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Certificates;
using Karvan.Registry.Firms;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Desk;
using Karvan.Web.Platform.Events;
using Karvan.Web.Platform.Files;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Era;

/// <summary>One certificate with its file, the expert's decision, and its trail.</summary>
[Asks(nameof(RegistryActs.ReadEraCertificate))]
public sealed class CertificateDetailsModel(
    EnterpriseCard card,
    EraCertificateSearch search,
    CheckEraCertificate check,
    AuditTrail trail,
    NextInLine next,
    TimeProvider clock,
    PageTexts words
) : RecordPage<EraCertificate>
{
    public EraCertificate Certificate => Record;

    public Enterprise Firm { get; private set; } = null!;

    public FileList Files { get; private set; } = new([]);

    public ActivityTrail Trail { get; private set; } = null!;

    public DateOnly Today => TehranTime.DayOf(clock.GetUtcNow().UtcDateTime);

    public bool MayCheck =>
        Certificate.State is EraCertificateState.Waiting
        && May(RegistryActs.CheckEraCertificate, Certificate.Subject);

    [BindProperty, Required]
    public string? Decision { get; set; }

    [BindProperty, KeptIn<EraCertificate>]
    public string? Remark { get; set; }

    /// <summary>What was just done, and what comes next.</summary>
    public DoneThing? Done { get; private set; }

    public async Task OnGetAsync(string? done) =>
        Done =
            done is "decided" && May(RegistryActs.CheckEraCertificate, Certificate.Subject)
                ? await next.AfterDecision(words["era.decided"], Actor, Cancellation)
                : null;

    [Asks(nameof(RegistryActs.CheckEraCertificate))]
    public async Task<IActionResult> OnPostAsync(Guid id, Guid certificate, int version)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var decided = await check.Run(
            certificate,
            version,
            EnumNames.TryParse<EraCertificateState>(Decision, out var decision)
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
        return Redirect(Links.Era.Certificate(id, certificate).With("done", "decided"));
    }

    protected override string IdName => "certificate";

    /// <summary>A certificate has its page below its firm, and nowhere else.</summary>
    protected override async Task<EraCertificate?> Find(Guid id)
    {
        if (
            await search.One(id, Cancellation) is not var (found, file)
            || $"{found.EnterpriseId}" != RouteData.Values["id"]?.ToString()
            || await card.Find(found.EnterpriseId, Cancellation) is not { } firm
            || !May(RegistryActs.ReadEraCertificate, found.Subject)
        )
        {
            return null;
        }
        Firm = firm;
        Files = new FileList(file is null ? [] : [FileTexts.Entry(file, words)]);
        return found;
    }

    protected override IEnumerable<Subject> SubjectsOf(EraCertificate record) => [record.Subject];

    protected override async Task<IActionResult?> Open()
    {
        Trail = EventTexts.Trail(await trail.Of(Certificate.Subject, Cancellation), words);
        return null;
    }
}
