using Karvan.Core.Accounts;
using Karvan.Core.Registry;
using Karvan.Web.Access;
using Decision = Karvan.Core.Accounts.Access;

namespace Karvan.Web.Pages;

/// <summary>The front door: what Karvan is for, and for those who are signed in, what waits for them.</summary>
[Asks(Act.ReadPublic)]
public sealed class IndexModel(EnterpriseSearch search) : KarvanPage
{
    /// <summary>Firms that wait for this expert; null for whoever decides on none.</summary>
    public int? Waiting { get; private set; }

    public async Task OnGetAsync()
    {
        if (Actor.PersonId is not null && Decision.AllowsSome(Actor, Act.VerifyEnterprise))
        {
            (_, var waiting) = await search.Find(
                new EnterpriseQuestion(State: VerificationState.Waiting, PageSize: 1),
                HttpContext.RequestAborted
            );
            Waiting = waiting;
        }
    }
}
