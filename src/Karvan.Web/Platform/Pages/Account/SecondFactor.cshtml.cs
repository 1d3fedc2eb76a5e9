using System.ComponentModel.DataAnnotations;
using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Fields;
using Karvan.Platform.People;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Karvan.Web.Platform.Pages.Account;

/// <summary>The second factor of one's own account: set up, recovery codes, off.</summary>
[Asks(nameof(PlatformActs.ManageOwnAccount), BeforeSecondFactor = true)]
[EnableRateLimiting(RateLimits.Proof)]
[ResponseCache(NoStore = true)]
public sealed class SecondFactorModel(
    SecondFactor factor,
    EditAccount account,
    CurrentActor current
) : KarvanPage
{
    private const string Issuer = "Karvan";
    private const int Group = 4;

    [
        BindProperty,
        Field(
            "second-factor.code",
            Hint = "second-factor.code-hint",
            Longest = Lengths.Code,
            Kind = FieldKind.Digits,
            Length = FieldLength.Narrow
        )
    ]
    public string Code { get; set; } = "";

    [BindProperty, Required]
    public string Proof { get; set; } = "";

    [BindProperty, Required]
    public string Password { get; set; } = "";

    /// <summary>They reach nothing else before this is done.</summary>
    public bool Needed => current.NeedsSecondFactor;

    /// <summary>Null where it is off.</summary>
    public int? CodesLeft { get; private set; }

    /// <summary>Waits to be confirmed; null where nothing was begun.</summary>
    public string? Secret { get; private set; }

    public string Link { get; private set; } = "";

    /// <summary>Shown this once.</summary>
    public IReadOnlyList<string> NewCodes { get; private set; } = [];

    public string InGroups =>
        string.Join(' ', (Secret ?? "").Chunk(Group).Select(c => new string(c)));

    public Task OnGetAsync() => Load();

    public async Task<IActionResult> OnPostBeginAsync()
    {
        if (IsRight(nameof(Password)))
        {
            var refused = await factor.Begin(Person, Password, HttpContext.RequestAborted);
            if (refused is null or SecondFactorRefusal.AlreadyOn)
            {
                return Redirect(AskFirst.SecondFactorPath);
            }
            Show(nameof(Password), refused);
        }
        await Load();
        return Page();
    }

    public async Task<IActionResult> OnPostConfirmAsync()
    {
        if (IsRight(nameof(Code)))
        {
            var done = await factor.Confirm(Person, Code, HttpContext.RequestAborted);
            Show(nameof(Code), done.Refused);
            NewCodes = done.Done ? done.Value : [];
        }
        await Load();
        return Page();
    }

    public async Task<IActionResult> OnPostRenewAsync()
    {
        if (IsRight(nameof(Proof)))
        {
            var done = await factor.RenewCodes(Person, Proof, HttpContext.RequestAborted);
            Show(nameof(Proof), done.Refused);
            NewCodes = done.Done ? done.Value : [];
        }
        await Load();
        return Page();
    }

    public async Task<IActionResult> OnPostOffAsync()
    {
        if (IsRight(nameof(Code)))
        {
            var refused = await factor.TurnOff(Person, Code, HttpContext.RequestAborted);
            if (refused is null)
            {
                return Redirect(AskFirst.SecondFactorPath);
            }
            Show(nameof(Code), refused);
        }
        await Load();
        return Page();
    }

    private void Show(string field, SecondFactorRefusal? refused)
    {
        if (refused is { } refusal)
        {
            ModelState.AddModelError(field, $"second-factor.refused.{refusal}");
        }
    }

    private async Task Load()
    {
        CodesLeft = await factor.CodesLeft(Person, HttpContext.RequestAborted);
        Secret = await factor.Begun(Person);
        if (Secret is { } secret)
        {
            Link = TimeCode.Link(secret, Issuer, (await account.Find(Person)).Email!);
        }
    }
}
