using System.ComponentModel.DataAnnotations;
using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Fields;
using Karvan.Platform.People;
using Karvan.Web.Authorization;
using Karvan.Web.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Karvan.Web.Platform.Pages.Account;

[Asks(nameof(PlatformActs.ReadPublic))]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class SignInModel(SignIn signIn, KarvanSettings settings) : KarvanPage
{
    [BindProperty, KeptIn<Karvan.Platform.People.Person>]
    public string Email { get; set; } = "";

    [BindProperty, Required]
    public string Password { get; set; } = "";

    [
        BindProperty,
        Field(
            "sign-in.code",
            Hint = "sign-in.code-hint",
            Longest = Lengths.Code,
            Kind = FieldKind.Digits,
            Length = FieldLength.Narrow
        )
    ]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public bool Demo => settings.Demo;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var done = await signIn.Run(
            Email,
            Password,
            Code,
            RateLimits.Client(HttpContext),
            Request.Headers.UserAgent.ToString(),
            HttpContext.RequestAborted
        );
        if (done.Refused is { } refusal)
        {
            ModelState.AddModelError(
                refusal is SignInRefusal.CodeNeeded or SignInRefusal.CodeWrong
                    ? nameof(Code)
                    : nameof(Email),
                $"sign-in.refused.{refusal}"
            );
            return Page();
        }
        await HttpContext.SignInAsync(SessionCookie.Principal(done.Value));
        return LocalRedirect(Url.IsLocalUrl(Back) ? Back! : Links.Index);
    }
}
