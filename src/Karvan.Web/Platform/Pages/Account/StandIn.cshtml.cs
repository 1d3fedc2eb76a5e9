using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Web.Authorization;
using Karvan.Web.Platform.Demo;
using Karvan.Web.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Platform.Pages.Account;

/// <summary>Lets anybody in as one of the demo accounts. Outside demo mode there is no such page.</summary>
[Asks(nameof(PlatformActs.ReadPublic))]
public sealed class StandInModel(SignIn signIn, UserManager<Person> people, KarvanSettings settings)
    : KarvanPage
{
    public static IReadOnlyList<DemoAccount> Accounts => DemoAccounts.All;

    public IActionResult OnGet() => settings.Demo ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string account)
    {
        var known = Accounts.FirstOrDefault(a => a.Key == account);
        if (!settings.Demo || known is null)
        {
            return NotFound();
        }
        var person =
            await people.FindByEmailAsync(known.Email)
            ?? throw new InvalidOperationException($"The demo account {known.Email} is missing.");
        var session = await signIn.StandIn(
            person,
            RateLimits.Client(HttpContext),
            Request.Headers.UserAgent.ToString(),
            HttpContext.RequestAborted
        );
        await HttpContext.SignInAsync(SessionCookie.Principal(session));
        return Redirect(Links.Index);
    }
}
