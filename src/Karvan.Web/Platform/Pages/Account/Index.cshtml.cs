using System.ComponentModel.DataAnnotations;
using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Fields;
using Karvan.Platform.People;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Platform.Pages.Account;

/// <summary>One's own account: what it says, and where to change the rest.</summary>
[Asks(nameof(PlatformActs.ManageOwnAccount))]
public sealed class AccountHomeModel(EditAccount account) : KarvanPage
{
    [BindProperty, KeptIn<Karvan.Platform.People.Person>]
    public string FullName { get; set; } = "";

    [
        BindProperty,
        KeptIn<Karvan.Platform.People.Person>(nameof(Karvan.Platform.People.Person.PhoneNumber))
    ]
    public string? Phone { get; set; }

    [BindProperty, Required]
    public string MessageLanguage { get; set; } = "";

    public string Email { get; private set; } = "";

    public bool SecondFactor { get; private set; }

    public bool Saved { get; private set; }

    public async Task OnGetAsync(bool saved)
    {
        var person = await Load();
        (FullName, Phone, MessageLanguage) = (person.FullName, person.PhoneNumber, person.Language);
        Saved = saved;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var refused = await account.Profile(
            Person,
            FullName,
            Phone,
            MessageLanguage,
            HttpContext.RequestAborted
        );
        return refused.Length == 0
            ? Redirect(Links.Account.Index.With("saved", "true"))
            : Refuse(
                refused,
                r => r is AccountRefusal.NameMissing ? nameof(FullName) : nameof(MessageLanguage),
                r => $"account.refused.{r}"
            );
    }

    private async Task<Person> Load()
    {
        var person = await account.Find(Person);
        (Email, SecondFactor) = (person.Email!, person.TwoFactorEnabled);
        return person;
    }
}
