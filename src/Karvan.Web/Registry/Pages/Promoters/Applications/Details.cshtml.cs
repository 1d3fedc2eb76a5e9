using System.ComponentModel.DataAnnotations;
using Karvan.Platform.Audit;
using Karvan.Platform.Authorization;
using Karvan.Platform.Conversations;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Promoters;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Desk;
using Karvan.Web.Platform.Events;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Promoters.Applications;

/// <summary>One application: its answers, the interviews, the question and the decision, and its trail.</summary>
[Asks(nameof(RegistryActs.ReadPromoterApplications))]
public sealed class ApplicationDetailsModel(
    PromoterFile file,
    AskPromoter ask,
    DecidePromoter decide,
    ChangeStanding change,
    AuditTrail trail,
    Questions questions,
    NextInLine next,
    PageTexts words
) : ApplicationPage(file)
{
    public ActivityTrail Trail { get; private set; } = null!;

    public bool MayAsk =>
        Promoter.State is PromoterState.Submitted
        && May(RegistryActs.InterviewPromoter, Promoter.Subject);

    public bool MayDecide =>
        Promoter.State is PromoterState.Submitted
        && May(RegistryActs.DecidePromoter, Promoter.Subject);

    public IReadOnlyList<FieldChoice> Choices =>
        May(RegistryActs.DecidePromoter, Promoter.Subject)
            ?
            [
                .. StandingChoices
                    .For(Promoter.State, byThemselves: false)
                    .Select(c => new FieldChoice(c.ToString(), words[$"promoter-standing.{c}"])),
            ]
            : [];

    [BindProperty, KeptIn<Promoter>(nameof(Karvan.Registry.Promoters.Promoter.Remark))]
    public string? Question { get; set; }

    [BindProperty, Required]
    public string? Decision { get; set; }

    [BindProperty, KeptIn<Promoter>(nameof(Karvan.Registry.Promoters.Promoter.Remark))]
    public string? Reason { get; set; }

    [BindProperty, Required]
    public string? Standing { get; set; }

    [BindProperty, KeptIn<Promoter>(nameof(Karvan.Registry.Promoters.Promoter.Remark))]
    public string? StandingReason { get; set; }

    public static Status Mark(Judgement judgement) =>
        new(
            $"promoter.judgement.{judgement}",
            judgement switch
            {
                Judgement.Met => StatusKind.Good,
                Judgement.Partly => StatusKind.Going,
                _ => StatusKind.Bad,
            }
        );

    public Conversation Asked { get; private set; } = new([]);

    /// <summary>What was just done, and what comes next.</summary>
    public DoneThing? Done { get; private set; }

    public async Task OnGetAsync(string? done) =>
        Done =
            done is "decided" && May(RegistryActs.InterviewPromoter, Promoter.Subject)
                ? await next.AfterDecision(words["promoter-decide.done"], Actor, Cancellation)
                : null;

    [Asks(nameof(RegistryActs.InterviewPromoter))]
    public Task<IActionResult> OnPostAskAsync(Guid id, int version) =>
        Do(
            id,
            async () => (await ask.Run(id, version, Question, HttpContext.RequestAborted)).Refused,
            _ => nameof(Question),
            nameof(Question)
        );

    [Asks(nameof(RegistryActs.DecidePromoter))]
    public Task<IActionResult> OnPostDecideAsync(Guid id, int version) =>
        Do(
            id,
            async () =>
                EnumNames.TryParse<PromoterState>(Decision, out var decision)
                    ? (
                        await decide.Run(id, version, decision, Reason, HttpContext.RequestAborted)
                    ).Refused
                    : PromoterRefusal.NoDecision,
            refusal => refusal is PromoterRefusal.NoReason ? nameof(Reason) : nameof(Decision),
            nameof(Reason)
        );

    [Asks(nameof(RegistryActs.DecidePromoter))]
    public Task<IActionResult> OnPostStandingAsync(Guid id, int version) =>
        Do(
            id,
            async () =>
                EnumNames.TryParse<StandingChange>(Standing, out var standing)
                    ? (
                        await change.Run(
                            id,
                            version,
                            standing,
                            StandingReason,
                            HttpContext.RequestAborted
                        )
                    ).Refused
                    : PromoterRefusal.NoDecision,
            refusal =>
                refusal is PromoterRefusal.NoReason ? nameof(StandingReason) : nameof(Standing),
            nameof(StandingReason)
        );

    private async Task<IActionResult> Do(
        Guid id,
        Func<Task<PromoterRefusal?>> work,
        Func<PromoterRefusal, string> field,
        string typed
    )
    {
        if (!IsRight(typed))
        {
            return Page();
        }
        if (await work() is not { } refusal)
        {
            return Redirect(Links.Promoters.Applications.Details(id).With("done", "decided"));
        }
        ModelState.AddModelError(field(refusal), $"promoter.refused.{refusal}");
        return Page();
    }

    protected override async Task<IActionResult?> Open()
    {
        Asked = ConversationTexts.Of(await questions.Of(Promoter.Subject, Cancellation));
        Trail = EventTexts.Trail(await trail.Of(Promoter.Subject, Cancellation), words);
        return null;
    }
}
