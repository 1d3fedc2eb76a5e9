using System.ComponentModel.DataAnnotations;
using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Fields;
using Karvan.Platform.People;
using Karvan.Web.Authorization;
using Karvan.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Karvan.Web.Platform.Pages.Account;

/// <summary>Another address: it counts once the link that was sent there is followed.</summary>
[Asks(nameof(PlatformActs.ManageOwnAccount))]
[EnableRateLimiting(RateLimits.Letters)]
public sealed class AccountEmailModel(EditAccount account, KarvanSettings settings) : KarvanPage
{
    [BindProperty, KeptIn<Karvan.Platform.People.Person>]
    public string Email { get; set; } = "";

    [BindProperty, Required]
    public string Password { get; set; } = "";

    public bool Sent { get; private set; }

    public bool Demo => settings.Demo;

    public async Task OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return;
        }
        var refused = await account.AskEmail(Person, Password, Email, HttpContext.RequestAborted);
        Sent = refused.Length == 0;
        Refuse(
            refused,
            r => r is AccountRefusal.EmailWrong ? nameof(Email) : nameof(Password),
            r => $"account.refused.{r}"
        );
    }
}
