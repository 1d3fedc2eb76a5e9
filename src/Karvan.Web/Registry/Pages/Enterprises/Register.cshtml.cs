using Karvan.Platform.Accounts;
using Karvan.Platform.Fields;
using Karvan.Platform.People;
using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Enterprises;

/// <summary>A firm registers itself; whoever fills this in acts for it afterwards.</summary>
[Asks(nameof(RegistryActs.RegisterEnterprise))]
public sealed class EnterpriseRegisterModel(
    RegisterEnterprise register,
    Sessions sessions,
    CurrentActor current
) : KarvanPage
{
    [BindProperty, KeptIn<OutsideId>]
    public string Number { get; set; } = "";

    [BindProperty]
    public ProfileForm Profile { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid || Profile.Read(ModelState, nameof(Profile)) is not { } profile)
        {
            return Page();
        }
        var made = await register.Run(Person, profile, Number, HttpContext.RequestAborted);
        if (made.Refused is { } refusal)
        {
            ModelState.AddModelError(
                refusal is EnterpriseRefusal.NumberWrong or EnterpriseRefusal.NumberTaken
                    ? nameof(Number)
                    : $"{nameof(Profile)}.{ProfileForm.FieldOf(refusal)}",
                $"enterprise.refused.{refusal}"
            );
            return Page();
        }
        await sessions.ActFor(
            Person,
            current.SessionId!.Value,
            made.Value,
            HttpContext.RequestAborted
        );
        return Redirect(Links.Enterprises.Details(made.Value));
    }
}
