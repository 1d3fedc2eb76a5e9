using System.ComponentModel.DataAnnotations;
using Karvan.Platform.Audit;
using Karvan.Platform.Authorization;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Claims;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Events;
using Karvan.Web.Platform.Files;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Claims;

/// <summary>One claim with its document: for whoever made it, and for the expert who settles it.</summary>
[Asks(nameof(RegistryActs.ReadClaim))]
public sealed class ClaimDetailsModel(
    ClaimSearch search,
    SettleClaim settle,
    AuditTrail trail,
    PageTexts words
) : RecordPage<ClaimCase>
{
    public ClaimCase Case => Record;

    public FirmClaim Claim => Record.Claim;

    /// <summary>Under which the firm is registered: all that a claimant is told of it.</summary>
    public string Number => words.Digits(Case.Firm.OutsideIds.First(i => i.To is null).Number);

    public FileList Files { get; private set; } = new([]);

    public ActivityTrail Trail { get; private set; } = null!;

    public bool IsOwn => Claim.PersonId == Actor.PersonId;

    /// <summary>Who sees the firm; whoever claims it does not.</summary>
    public bool MayList => Access.AllowsSome(Actor, RegistryActs.ListClaims) && !IsOwn;

    public bool MaySettle =>
        Claim.State is ClaimState.Waiting && May(RegistryActs.SettleClaim, Claim.Subject);

    [BindProperty, Required]
    public string? Decision { get; set; }

    [BindProperty, KeptIn<FirmClaim>]
    public string? Remark { get; set; }

    public void OnGet() { }

    [Asks(nameof(RegistryActs.SettleClaim))]
    public async Task<IActionResult> OnPostAsync(Guid id, int version)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var settled = await settle.Run(
            id,
            version,
            EnumNames.TryParse<ClaimState>(Decision, out var decision)
                ? decision
                : ClaimState.Waiting,
            Remark,
            HttpContext.RequestAborted
        );
        if (settled.Refused is { } refusal)
        {
            ModelState.AddModelError(
                refusal is ClaimRefusal.NoReason ? nameof(Remark) : nameof(Decision),
                $"claim.refused.{refusal}"
            );
            return Page();
        }
        return Redirect(Links.Claims.Details(id));
    }

    protected override Task<ClaimCase?> Find(Guid id) => search.One(id, Cancellation);

    protected override IEnumerable<Subject> SubjectsOf(ClaimCase record) => [record.Claim.Subject];

    protected override async Task<IActionResult?> Open()
    {
        Files = new FileList([.. Case.Files.Select(f => FileTexts.Entry(f, words))]);
        Trail = EventTexts.Trail(await trail.Of(Claim.Subject, Cancellation), words);
        return null;
    }
}
