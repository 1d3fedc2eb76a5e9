using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Platform.Pages.Account;

/// <summary>Where somebody is signed in, and an end to any of it.</summary>
[Asks(nameof(PlatformActs.ManageOwnAccount))]
public sealed class SessionListModel(Sessions sessions, CurrentActor current) : KarvanPage
{
    public IReadOnlyList<Session> Open { get; private set; } = [];

    public Guid? Own => current.SessionId;

    public async Task OnGetAsync() => Open = await sessions.Of(Person, HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync(Guid session)
    {
        await sessions.End(Person, session, HttpContext.RequestAborted);
        return RedirectToPage();
    }
}
