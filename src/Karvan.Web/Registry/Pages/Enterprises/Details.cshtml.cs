using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Karvan.Platform.Audit;
using Karvan.Platform.Conversations;
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

namespace Karvan.Web.Registry.Pages.Enterprises;

/// <summary>One firm: what it says of itself, where its registration stands, the expert's decision, and its trail.</summary>
[Asks(nameof(RegistryActs.ReadEnterprise))]
public sealed class EnterpriseDetailsModel(
    EnterpriseCard card,
    VerifyEnterprise verify,
    EraCertificateSearch certificates,
    AuditTrail trail,
    TimeProvider clock,
    EnterpriseNeighbours neighbours,
    EnterpriseFiles files,
    Questions questions,
    NextInLine next,
    PageTexts words
) : EnterprisePage(card)
{
    public ActivityTrail Trail { get; private set; } = null!;

    /// <summary>What the registration was shown by.</summary>
    public FileList Files { get; private set; } = new([]);

    public IReadOnlyList<EraCertificate> Certificates { get; private set; } = [];

    /// <summary>Whoever looks registered it, and nobody has found yet that they act for it.</summary>
    public bool IsClaim => Actor.Grants.Any(g => g.EnterpriseId == Firm.Id && g.IsClaim);

    public DateOnly Today => TehranTime.DayOf(clock.GetUtcNow().UtcDateTime);

    public bool MayAddCertificate => May(RegistryActs.AddEraCertificate, Firm.Subject);

    /// <summary>Size class, successions, consortia, and for its expert likely twins.</summary>
    public Neighbours Around { get; private set; } = null!;

    public bool MaySucceed => May(RegistryActs.SucceedEnterprise, Firm.Subject);

    public bool MayEdit => May(RegistryActs.EditEnterprise, Firm.Subject);

    public bool MayDecide =>
        Firm.State is VerificationState.Waiting && May(RegistryActs.VerifyEnterprise, Firm.Subject);

    [BindProperty, Required]
    public string? Decision { get; set; }

    [BindProperty, KeptIn<Enterprise>]
    public string? Remark { get; set; }

    [BindProperty, KeptIn<Question>]
    public string? WorkingDays { get; set; }

    /// <summary>What was asked of the firm, and answered.</summary>
    public Conversation Asked { get; private set; } = new([]);

    public bool MayAnswer =>
        Firm.State is VerificationState.Asked && May(RegistryActs.AnswerQuestion, Firm.Subject);

    /// <summary>What was just done, and what comes next.</summary>
    public DoneThing? Done { get; private set; }

    public async Task OnGetAsync(string? done) =>
        Done = done switch
        {
            "decided" when May(RegistryActs.VerifyEnterprise, Firm.Subject) =>
                await next.AfterDecision(words["enterprise.decided"], Actor, Cancellation),
            "answered" => new DoneThing(words["question.answer-sent"], null, null),
            _ => null,
        };

    [Asks(nameof(RegistryActs.VerifyEnterprise))]
    public async Task<IActionResult> OnPostAsync(Guid id, int version)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }
        int? days = null;
        if (!string.IsNullOrWhiteSpace(WorkingDays))
        {
            days = int.TryParse(
                PersianText.LatinDigits(WorkingDays).Trim(),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var typed
            )
                ? typed
                : 0;
        }
        var decided = await verify.Run(
            id,
            version,
            EnumNames.TryParse<VerificationState>(Decision, out var decision)
                ? decision
                : VerificationState.Waiting,
            Remark,
            days,
            HttpContext.RequestAborted
        );
        if (decided.Refused is { } refusal)
        {
            ModelState.AddModelError(
                refusal switch
                {
                    EnterpriseRefusal.NoReason => nameof(Remark),
                    EnterpriseRefusal.DaysWrong => nameof(WorkingDays),
                    _ => nameof(Decision),
                },
                $"enterprise.refused.{refusal}"
            );
            return Page();
        }
        return Redirect(Links.Enterprises.Details(id).With("done", "decided"));
    }

    protected override async Task<IActionResult?> Open()
    {
        Certificates = await certificates.Of(Firm.Id, Cancellation);
        Files = new FileList([
            .. (await files.Of(Firm.Id, Cancellation)).Select(f => FileTexts.Entry(f, words)),
        ]);
        Asked = ConversationTexts.Of(await questions.Of(Firm.Subject, Cancellation));
        Around = await neighbours.Of(Firm, MaySucceed, Cancellation);
        Trail = EventTexts.Trail(await trail.Of(Firm.Subject, Cancellation), words);
        return null;
    }
}
