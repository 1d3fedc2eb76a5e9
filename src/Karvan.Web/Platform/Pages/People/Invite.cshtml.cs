using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Fields;
using Karvan.Platform.People;
using Karvan.Texts;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Texts;
using Karvan.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Karvan.Web.Platform.Pages.People;

/// <summary>Invites somebody to a role of staff, within what the administrator holds.</summary>
[Asks(nameof(PlatformActs.ManageGrants))]
[EnableRateLimiting(RateLimits.Letters)]
public sealed class PersonInviteModel(InvitePeople invite, KarvanSettings settings, PageTexts words)
    : KarvanPage
{
    [BindProperty, KeptIn<Invitation>]
    public string Email { get; set; } = "";

    [BindProperty]
    public GrantForm Grant { get; set; } = new();

    public bool Sent { get; private set; }

    public bool Demo => settings.Demo;

    public async Task OnPostAsync()
    {
        if (!ModelState.IsValid || Grant.Read(ModelState, nameof(Grant)) is not { } grant)
        {
            return;
        }
        var refused = await invite.Staff(
            Actor,
            grant.Role,
            grant.Body,
            grant.Provinces,
            Email,
            words.Language.Code(),
            HttpContext.RequestAborted
        );
        if (refused is { } refusal)
        {
            ModelState.AddModelError(
                refusal is InvitationRefusal.BeyondReach ? "Grant.Role" : nameof(Email),
                $"invitation.refused.{refusal}"
            );
            return;
        }
        Sent = true;
    }
}
