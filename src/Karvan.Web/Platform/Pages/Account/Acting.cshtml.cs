using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Platform.Pages.Account;

/// <summary>Turns from one of somebody's firms to another.</summary>
[Asks(nameof(PlatformActs.ManageOwnAccount))]
public sealed class ActingModel(Sessions sessions, CurrentActor current) : KarvanPage
{
    public async Task<IActionResult> OnPostAsync(Guid to, string? back)
    {
        var turned = await sessions.ActFor(
            Person,
            current.SessionId!.Value,
            to,
            HttpContext.RequestAborted
        );
        return turned ? LocalRedirect(Url.IsLocalUrl(back) ? back! : Links.Index) : Forbid();
    }
}
