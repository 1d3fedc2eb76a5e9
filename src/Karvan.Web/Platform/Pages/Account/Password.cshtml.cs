using System.ComponentModel.DataAnnotations;
using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Karvan.Web.Platform.Pages.Account;

/// <summary>Another password, by whoever knows the old one; every other session ends.</summary>
[Asks(nameof(PlatformActs.ManageOwnAccount))]
[EnableRateLimiting(RateLimits.Proof)]
public sealed class AccountPasswordModel(EditAccount account, CurrentActor current) : KarvanPage
{
    [BindProperty, Required]
    public string Old { get; set; } = "";

    [BindProperty, Required]
    public string New { get; set; } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var refused = await account.Password(
            Person,
            current.SessionId!.Value,
            Old,
            New,
            HttpContext.RequestAborted
        );
        return refused.Length == 0
            ? Redirect(Links.Account.Index.With("saved", "true"))
            : Refuse(
                refused,
                r => r is AccountRefusal.PasswordWrong ? nameof(Old) : nameof(New),
                r => $"account.refused.{r}"
            );
    }
}
