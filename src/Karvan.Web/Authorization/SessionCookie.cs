using System.Security.Claims;
using Karvan.Platform.Accounts;
using Karvan.Platform.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Karvan.Web.Authorization;

/// <summary>The cookie holds the number of a session and no more; whose it is and what they may do is looked up with every request.</summary>
internal sealed class SessionCookie(CurrentActor actor) : CookieAuthenticationEvents
{
    private const string SessionClaim = "session";

    public static ClaimsPrincipal Principal(Session session) =>
        new(
            new ClaimsIdentity(
                [new Claim(SessionClaim, session.Id.ToString())],
                CookieAuthenticationDefaults.AuthenticationScheme
            )
        );

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var known =
            Guid.TryParse(context.Principal?.FindFirstValue(SessionClaim), out var session)
            && await actor.Resume(session, context.HttpContext.RequestAborted);
        if (!known)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync();
        }
    }

    /// <summary>Refused is refused: no page to be sent to, the answer itself says 403.</summary>
    public override Task RedirectToAccessDenied(
        RedirectContext<CookieAuthenticationOptions> context
    )
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
