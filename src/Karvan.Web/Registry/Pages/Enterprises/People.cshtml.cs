using System.ComponentModel.DataAnnotations;
using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Registry.Firms;
using Karvan.Texts;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Texts;
using Karvan.Web.Settings;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Enterprises;

/// <summary>Who acts for a firm: its people invite each other, and take back what they offered.</summary>
[Asks(nameof(PlatformActs.InviteColleague))]
public sealed class EnterprisePeopleModel(
    EnterpriseCard card,
    FirmPeople firmPeople,
    InvitePeople invite,
    KarvanSettings settings,
    TimeProvider clock,
    PageTexts words
) : KarvanPage
{
    [BindProperty, Required]
    public string Email { get; set; } = "";

    public Enterprise Firm { get; private set; } = null!;

    public IReadOnlyList<FirmPerson> People { get; private set; } = [];

    public IReadOnlyList<Invitation> Invited { get; private set; } = [];

    public bool Sent { get; private set; }

    public bool Demo => settings.Demo;

    public bool IsOver(Invitation invitation) =>
        invitation.StateAt(clock.GetUtcNow().UtcDateTime) is InvitationState.Expired;

    public async Task<IActionResult> OnGetAsync(Guid id, bool sent)
    {
        Sent = sent;
        return await Load(id) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostInviteAsync(Guid id)
    {
        if (!await Load(id))
        {
            return NotFound();
        }
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
        if (!await Load(id))
        {
            return NotFound();
        }
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
        if (!await Load(id))
        {
            return NotFound();
        }
        var refused = await firmPeople.Remove(
            Actor,
            Firm.Subject,
            person,
            HttpContext.RequestAborted
        );
        if (refused is null && person == Person)
        {
            // They do not act for this firm any more.
            return Redirect("/");
        }
        return Answer(id, refused is null ? null : $"grant.refused.{refused}");
    }

    private IActionResult Answer(Guid id, string? problem, bool sent = false)
    {
        if (problem is null)
        {
            return Redirect($"/enterprises/{id}/people{(sent ? "?sent=true" : "")}");
        }
        ModelState.AddModelError(nameof(Email), problem);
        return Page();
    }

    private async Task<bool> Load(Guid id)
    {
        var found = await card.Find(id, HttpContext.RequestAborted);
        if (found is null || !May(PlatformActs.InviteColleague, found.Subject))
        {
            return false;
        }
        Firm = found;
        People = await firmPeople.Of(id, HttpContext.RequestAborted);
        Invited = await firmPeople.Invited(id, HttpContext.RequestAborted);
        return true;
    }
}
