using Microsoft.Net.Http.Headers;

namespace Karvan.Web.Components.Requests;

/// <summary>What browsers may do with a page: nothing from elsewhere, no script or style inside it.</summary>
public sealed class PageHeaders(RequestDelegate next)
{
    /// <summary>Under this item of the request an answer may put a policy of its own: files have one.</summary>
    public static readonly object OwnPolicy = new();

    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; frame-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'self'";

    public Task InvokeAsync(HttpContext context)
    {
        // Set at the last moment: a page for a fault starts with its headers cleared.
        context.Response.OnStarting(() =>
        {
            Set(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = context.Items[OwnPolicy] as string ?? Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        // What somebody sees who is signed in stays in no cache: on a shared machine it would be there for whoever comes next.
        if (
            context.User.Identity?.IsAuthenticated is true
            && !headers.ContainsKey(HeaderNames.CacheControl)
        )
        {
            headers[HeaderNames.CacheControl] = "no-store";
        }
        // What is vendored has its version in its path: it never changes, and slow lines need not ask again.
        if (
            context.Response.StatusCode is StatusCodes.Status200OK
            && context.Request.Path.StartsWithSegments("/vendor", StringComparison.Ordinal)
        )
        {
            headers[HeaderNames.CacheControl] = "public, max-age=31536000, immutable";
        }
    }
}
