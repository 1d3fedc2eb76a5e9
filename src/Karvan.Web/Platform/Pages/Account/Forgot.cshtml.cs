using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Fields;
using Karvan.Platform.People;
using Karvan.Web.Authorization;
using Karvan.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Karvan.Web.Platform.Pages.Account;

[Asks(nameof(PlatformActs.ReadPublic))]
[EnableRateLimiting(RateLimits.Reset)]
public sealed class AccountForgotModel(ResetPassword reset, KarvanSettings settings) : KarvanPage
{
    [BindProperty, KeptIn<Karvan.Platform.People.Person>]
    public string Email { get; set; } = "";

    public bool Sent { get; private set; }

    public bool Demo => settings.Demo;

    public async Task OnPostAsync()
    {
        if (ModelState.IsValid)
        {
            await reset.Ask(Email, HttpContext.RequestAborted);
            Sent = true;
        }
    }
}
