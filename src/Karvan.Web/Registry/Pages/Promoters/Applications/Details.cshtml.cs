using System.ComponentModel.DataAnnotations;
using Karvan.Platform.Audit;
using Karvan.Platform.Authorization;
using Karvan.Registry.Authorization;
using Karvan.Registry.Promoters;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
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

    [BindProperty, Required]
    public string? Question { get; set; }

    [BindProperty, Required]
    public string? Decision { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty, Required]
    public string? Standing { get; set; }

    [BindProperty]
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

    public async Task<IActionResult> OnGetAsync(Guid id) => await Load(id) ? Page() : NotFound();

    public Task<IActionResult> OnPostAskAsync(Guid id, int version) =>
        Do(
            id,
            RegistryActs.InterviewPromoter,
            async () => (await ask.Run(id, version, Question, HttpContext.RequestAborted)).Refused,
            _ => nameof(Question)
        );

    public Task<IActionResult> OnPostDecideAsync(Guid id, int version) =>
        Do(
            id,
            RegistryActs.DecidePromoter,
            async () =>
                Enum.TryParse<PromoterState>(Decision, out var decision)
                    ? (
                        await decide.Run(id, version, decision, Reason, HttpContext.RequestAborted)
                    ).Refused
                    : PromoterRefusal.NoDecision,
            refusal => refusal is PromoterRefusal.NoReason ? nameof(Reason) : nameof(Decision)
        );

    public Task<IActionResult> OnPostStandingAsync(Guid id, int version) =>
        Do(
            id,
            RegistryActs.DecidePromoter,
            async () =>
                Enum.TryParse<StandingChange>(Standing, out var standing)
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
                refusal is PromoterRefusal.NoReason ? nameof(StandingReason) : nameof(Standing)
        );

    private async Task<IActionResult> Do(
        Guid id,
        Act act,
        Func<Task<PromoterRefusal?>> work,
        Func<PromoterRefusal, string> field
    )
    {
        if (!await Load(id))
        {
            return NotFound();
        }
        if (!May(act, Promoter.Subject))
        {
            return Forbid();
        }
        // What the two other forms of the page leave empty is no fault.
        ModelState.Clear();
        if (await work() is not { } refusal)
        {
            return Redirect($"/promoters/applications/{id}");
        }
        ModelState.AddModelError(field(refusal), $"promoter.refused.{refusal}");
        return Page();
    }

    private async Task<bool> Load(Guid id)
    {
        if (!await Find(id))
        {
            return false;
        }
        var events = await trail.Of(Promoter.Subject, HttpContext.RequestAborted);
        Trail = EventTexts.Trail(events, words);
        return true;
    }
}
