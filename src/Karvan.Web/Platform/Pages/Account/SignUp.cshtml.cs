using System.ComponentModel.DataAnnotations;
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

namespace Karvan.Web.Platform.Pages.Account;

[Asks(nameof(PlatformActs.ReadPublic))]
[EnableRateLimiting(RateLimits.SignUp)]
public sealed class SignUpModel(SignUp signUp, PageTexts words, KarvanSettings settings)
    : KarvanPage
{
    [BindProperty, KeptIn<Karvan.Platform.People.Person>]
    public string FullName { get; set; } = "";

    [BindProperty, KeptIn<Karvan.Platform.People.Person>]
    public string Email { get; set; } = "";

    [
        BindProperty,
        KeptIn<Karvan.Platform.People.Person>(nameof(Karvan.Platform.People.Person.PhoneNumber))
    ]
    public string? Phone { get; set; }

    [BindProperty, Required]
    public string Password { get; set; } = "";

    /// <summary>The page somebody came for: they are led there when they have confirmed and signed in.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public bool Sent { get; private set; }

    public bool Demo => settings.Demo;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var refused = await signUp.Run(
            FullName,
            Email,
            Phone,
            Password,
            words.Language.Code(),
            HttpContext.RequestAborted
        );
        if (refused.Length > 0)
        {
            return Refuse(
                refused,
                r =>
                    r switch
                    {
                        SignUpRefusal.NameMissing => nameof(FullName),
                        SignUpRefusal.EmailWrong => nameof(Email),
                        _ => nameof(Password),
                    },
                r => $"sign-up.refused.{r}"
            );
        }
        if (Url.IsLocalUrl(Back))
        {
            CameFor.Keep(HttpContext, Back!);
        }
        Sent = true;
        return Page();
    }
}
