using System.ComponentModel.DataAnnotations;
using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Fields;
using Karvan.Platform.People;
using Karvan.Texts;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Offer = Karvan.Platform.People.Invitation;

namespace Karvan.Web.Platform.Pages.Account;

/// <summary>The link of an invitation: accepted by the account of its address, or by opening one.</summary>
[Asks(nameof(PlatformActs.ReadPublic))]
[EnableRateLimiting(RateLimits.Invitation)]
[ResponseCache(NoStore = true)]
public sealed class InvitationModel(
    AcceptInvitation accept,
    UserManager<Person> people,
    PageTexts words
) : KarvanPage
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty, KeptIn<Karvan.Platform.People.Person>]
    public string FullName { get; set; } = "";

    [
        BindProperty,
        KeptIn<Karvan.Platform.People.Person>(nameof(Karvan.Platform.People.Person.PhoneNumber))
    ]
    public string? Phone { get; set; }

    [BindProperty, Required]
    public string Password { get; set; } = "";

    public Offer? Offer { get; private set; }

    /// <summary>Why nothing can be accepted here.</summary>
    public AcceptRefusal? Refused { get; private set; }

    /// <summary>There is an account with the address of the invitation.</summary>
    public bool HasAccount { get; private set; }

    public bool Done { get; private set; }

    public async Task OnGetAsync()
    {
        ModelState.Clear();
        await Load();
    }

    public async Task<IActionResult> OnPostAcceptAsync()
    {
        ModelState.Clear();
        if (Actor.PersonId is not { } person)
        {
            return Challenge();
        }
        Refused = await accept.Run(person, Token ?? "", HttpContext.RequestAborted);
        return Refused is null ? Redirect(Links.Index) : Page();
    }

    public async Task<IActionResult> OnPostJoinAsync()
    {
        if (!ModelState.IsValid)
        {
            await Load();
            return Page();
        }
        var refused = await accept.Join(
            Token ?? "",
            FullName,
            Phone,
            Password,
            words.Language.Code(),
            HttpContext.RequestAborted
        );
        if (refused is [])
        {
            Done = true;
            return Page();
        }
        if (refused[0] is not (AcceptRefusal.NameMissing or AcceptRefusal.PasswordTooWeak))
        {
            Refused = refused[0];
            return Page();
        }
        await Load();
        return Refuse(
            refused,
            r => r is AcceptRefusal.NameMissing ? nameof(FullName) : nameof(Password),
            r => $"sign-up.refused.{r}"
        );
    }

    private async Task Load()
    {
        var found = await accept.Find(Token ?? "", HttpContext.RequestAborted);
        if (found.Refused is { } refusal)
        {
            Refused = refusal;
            return;
        }
        Offer = found.Value;
        var holder = await people.FindByEmailAsync(Offer.Email);
        HasAccount = holder is not null;
        if (Actor.PersonId is { } me && holder?.Id != me)
        {
            (Offer, Refused) = (null, AcceptRefusal.OtherAddress);
        }
    }
}
