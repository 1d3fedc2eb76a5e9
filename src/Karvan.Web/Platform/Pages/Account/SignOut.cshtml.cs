using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Platform.Pages.Account;

/// <summary>Ends the session on the server too: a copied cookie is worth nothing afterwards.</summary>
[Asks(nameof(PlatformActs.ManageOwnAccount), BeforeSecondFactor = true)]
public sealed class SignOutModel(Sessions sessions, CurrentActor current) : KarvanPage
{
    public async Task<IActionResult> OnPostAsync()
    {
        await sessions.End(Person, current.SessionId!.Value, HttpContext.RequestAborted);
        await HttpContext.SignOutAsync();
        return Redirect(Links.Index);
    }
}
