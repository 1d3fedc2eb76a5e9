using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Fields;
using Karvan.Platform.People;
using Karvan.Registry.Firms;
using Karvan.Texts;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Texts;
using Karvan.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Karvan.Web.Registry.Pages.Enterprises;

/// <summary>Who acts for a firm: its people invite each other, and take back what they offered.</summary>
[Asks(nameof(PlatformActs.InviteColleague))]
[EnableRateLimiting(RateLimits.Letters)]
public sealed class EnterprisePeopleModel(
    EnterpriseCard card,
    FirmPeople firmPeople,
    InvitePeople invite,
    KarvanSettings settings,
    TimeProvider clock,
    PageTexts words
) : EnterprisePage(card)
{
    [BindProperty, KeptIn<Invitation>]
    public string Email { get; set; } = "";

    public IReadOnlyList<FirmPerson> People { get; private set; } = [];

    public IReadOnlyList<Invitation> Invited { get; private set; } = [];

    public bool Sent { get; private set; }

    public bool Demo => settings.Demo;

    public bool IsOver(Invitation invitation) =>
        invitation.StateAt(clock.GetUtcNow().UtcDateTime) is InvitationState.Expired;

    public void OnGet(bool sent) => Sent = sent;

    public async Task<IActionResult> OnPostInviteAsync(Guid id)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var refused = await invite.Colleague(
            Actor,
            Firm.Subject,
            Firm.NameFa,
            Email,
            words.Language.Code(),
            HttpContext.RequestAborted
        );
        return Answer(id, refused is null ? null : $"invitation.refused.{refused}", sent: true);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, Guid invitation)
    {
        ModelState.Clear();
        var refused = await invite.Withdraw(
            Actor,
            invitation,
            Firm.Subject,
            HttpContext.RequestAborted
        );
        return Answer(id, refused is null ? null : $"invitation.refused.{refused}");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, Guid person)
    {
        ModelState.Clear();
        var refused = await firmPeople.Remove(
            Actor,
            Firm.Subject,
            person,
            HttpContext.RequestAborted
        );
        if (refused is null && person == Person)
        {
            // They do not act for this firm any more.
            return Redirect(Links.Index);
        }
        return Answer(id, refused is null ? null : $"grant.refused.{refused}");
    }

    private IActionResult Answer(Guid id, string? problem, bool sent = false)
    {
        if (problem is null)
        {
            return Redirect(Links.Enterprises.People(id).With("sent", sent ? "true" : null));
        }
        ModelState.AddModelError(nameof(Email), problem);
        return Page();
    }

    /// <summary>Who may not invite for a firm does not find this page of it.</summary>
    protected override async Task<Enterprise?> Find(Guid id) =>
        await base.Find(id) is { } found && May(PlatformActs.InviteColleague, found.Subject)
            ? found
            : null;

    protected override async Task<IActionResult?> Open()
    {
        People = await firmPeople.Of(Firm.Id, Cancellation);
        Invited = await firmPeople.Invited(Firm.Id, Cancellation);
        return null;
    }
}
