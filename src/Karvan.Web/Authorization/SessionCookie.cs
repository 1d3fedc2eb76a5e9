using System.Runtime.ExceptionServices;
using System.Security.Claims;
using Karvan.Platform.Accounts;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;

namespace Karvan.Web.Authorization;

/// <summary>The cookie holds the number of a session and no more; whose it is and what they may do is looked up with every request.</summary>
internal sealed class SessionCookie(CurrentActor actor) : CookieAuthenticationEvents
{
    private const string SessionClaim = "session";

    private static readonly object Unasked = new();

    public static ClaimsPrincipal Principal(Session session) =>
        new(
            new ClaimsIdentity(
                [new Claim(SessionClaim, session.Id.ToString())],
                CookieAuthenticationDefaults.AuthenticationScheme
            )
        );

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        bool known;
        try
        {
            known =
                Guid.TryParse(context.Principal?.FindFirstValue(SessionClaim), out var session)
                && await actor.Resume(session, context.HttpContext.RequestAborted);
        }
        catch (Exception fault) when (StorageFault.Is(fault))
        {
            // Thrown here it would be thrown again under the page that tells of it; nobody is signed out by it either.
            context.HttpContext.Items[Unasked] = ExceptionDispatchInfo.Capture(fault);
            return;
        }
        if (!known)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync();
        }
    }

    /// <summary>Goes no further where the database could not say who asks; the page that tells of it is shown to anybody.</summary>
    public static Task HoldUnknown(HttpContext context, RequestDelegate next)
    {
        if (
            context.Items.TryGetValue(Unasked, out var fault)
            && context.Features.Get<IExceptionHandlerFeature>() is null
        )
        {
            ((ExceptionDispatchInfo)fault!).Throw();
        }
        return next(context);
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
