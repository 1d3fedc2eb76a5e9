using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Web.Authorization;

namespace Karvan.Web.Platform.Pages.Account;

/// <summary>The link that was sent to a new address. It is followed by a post, as the first one is.</summary>
[Asks(nameof(PlatformActs.ReadPublic))]
public sealed class AccountEmailConfirmModel(EditAccount account) : KarvanPage
{
    public Guid Id { get; private set; }
    public string Email { get; private set; } = "";
    public string Token { get; private set; } = "";

    /// <summary>Null before it was tried.</summary>
    public bool? Done { get; private set; }

    public void OnGet(Guid id, string? email, string? token) =>
        (Id, Email, Token) = (id, email ?? "", token ?? "");

    public async Task OnPostAsync(Guid id, string? email, string? token)
    {
        OnGet(id, email, token);
        var refused = await account.SetEmail(Id, Email, Token, HttpContext.RequestAborted);
        Done = refused is null;
    }
}
