using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Fields;
using Karvan.Platform.People;
using Karvan.Web.Authorization;
using Karvan.Web.Platform.Workers;
using Karvan.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Karvan.Web.Platform.Pages.Account;

/// <summary>Asks for a link to set a new password; the page says the same, and takes as long, whether or not there is such an account.</summary>
[Asks(nameof(PlatformActs.ReadPublic))]
[EnableRateLimiting(RateLimits.Reset)]
public sealed class AccountForgotModel(AfterAnswer after, KarvanSettings settings) : KarvanPage
{
    [BindProperty, KeptIn<Karvan.Platform.People.Person>]
    public string Email { get; set; } = "";

    public bool Sent { get; private set; }

    public bool Demo => settings.Demo;

    public async Task OnPostAsync()
    {
        if (ModelState.IsValid)
        {
            var email = Email;
            await after.Do(
                services => services.GetRequiredService<ResetPassword>().Ask(email),
                HttpContext.RequestAborted
            );
            Sent = true;
        }
    }
}
