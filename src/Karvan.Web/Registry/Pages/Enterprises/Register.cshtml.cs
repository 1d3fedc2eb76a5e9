using Karvan.Platform.Accounts;
using Karvan.Platform.Fields;
using Karvan.Platform.Files;
using Karvan.Platform.People;
using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;
using Karvan.Web.Authorization;
using Karvan.Web.Platform.Files;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Enterprises;

/// <summary>A firm registers itself; whoever fills this in acts for it afterwards.</summary>
[Asks(nameof(RegistryActs.RegisterEnterprise))]
[TakesFiles]
public sealed class EnterpriseRegisterModel(
    RegisterEnterprise register,
    Sessions sessions,
    CurrentActor current,
    FileLimits limits
) : KarvanPage
{
    [BindProperty, KeptIn<OutsideId>]
    public string Number { get; set; } = "";

    [BindProperty]
    public ProfileForm Profile { get; set; } = new();

    /// <summary>A company's notice of registration.</summary>
    [BindProperty]
    public new IFormFile? File { get; set; }

    /// <summary>Somebody registered the number before: it can be claimed.</summary>
    public bool IsTaken { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var file = File.Taken(ModelState, nameof(File), limits);
        // Whatever is wrong is said at once: nobody fills a form in three times.
        if (
            FirmNumber.TryParse(Number, out var kind, out _)
            && kind is OutsideIdKind.LegalId
            && File is null
        )
        {
            ModelState.AddModelError(
                nameof(File),
                $"enterprise.refused.{EnterpriseRefusal.NoticeMissing}"
            );
        }
        else if (!string.IsNullOrWhiteSpace(Number) && !FirmNumber.TryParse(Number, out _, out _))
        {
            ModelState.AddModelError(
                nameof(Number),
                $"enterprise.refused.{EnterpriseRefusal.NumberWrong}"
            );
        }
        if (Profile.Read(ModelState, nameof(Profile)) is not { } profile)
        {
            return Page();
        }
        var made = await register.Run(Person, profile, Number, file, HttpContext.RequestAborted);
        if (!made.Done)
        {
            IsTaken = made.Refused is EnterpriseRefusal.NumberTaken;
            return Refuse(
                made.Reasons,
                FieldOf,
                r =>
                    r is EnterpriseRefusal.NoticeInfected
                        ? FileTexts.Reason(FileRefusal.Infected, limits)
                        : $"enterprise.refused.{r}"
            );
        }
        await sessions.ActFor(
            Person,
            current.SessionId!.Value,
            made.Value,
            HttpContext.RequestAborted
        );
        return Redirect(Links.Enterprises.Details(made.Value));
    }

    private static string FieldOf(EnterpriseRefusal refusal) =>
        refusal switch
        {
            EnterpriseRefusal.NumberWrong or EnterpriseRefusal.NumberTaken => nameof(Number),
            EnterpriseRefusal.NoticeMissing or EnterpriseRefusal.NoticeInfected => nameof(File),
            _ => $"{nameof(Profile)}.{ProfileForm.FieldOf(refusal)}",
        };
}
