using System.ComponentModel.DataAnnotations;
using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Karvan.Web.Platform.Pages.Account;

[Asks(nameof(PlatformActs.ReadPublic))]
[EnableRateLimiting(RateLimits.Reset)]
public sealed class AccountResetModel(ResetPassword reset) : KarvanPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty, Required]
    public string Password { get; set; } = "";

    public bool Done { get; private set; }

    public void OnGet() => ModelState.Clear();

    public async Task OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return;
        }
        var refused = await reset.Set(Id, Token ?? "", Password, HttpContext.RequestAborted);
        if (refused is { } refusal)
        {
            ModelState.AddModelError(nameof(Password), $"reset.refused.{refusal}");
            return;
        }
        Done = true;
    }
}
