using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Web.Authorization;

namespace Karvan.Web.Platform.Pages.Account;

/// <summary>The link of the first message. It is followed by a post: readers of mail that look at links in advance use nothing up.</summary>
[Asks(nameof(PlatformActs.ReadPublic))]
public sealed class AccountConfirmModel(ConfirmEmail confirm) : KarvanPage
{
    public Guid Id { get; private set; }
    public string Token { get; private set; } = "";

    /// <summary>The page they came for when they signed up on this device.</summary>
    public string? Back =>
        CameFor.Read(HttpContext) is { } page && Url.IsLocalUrl(page) ? page : null;

    /// <summary>Null before it was tried.</summary>
    public bool? Done { get; private set; }

    public void OnGet(Guid id, string? token) => (Id, Token) = (id, token ?? "");

    public async Task OnPostAsync(Guid id, string? token)
    {
        (Id, Token) = (id, token ?? "");
        Done = await confirm.Run(id, Token, HttpContext.RequestAborted);
    }
}
