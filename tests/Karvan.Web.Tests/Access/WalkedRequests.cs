using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Karvan.Web.Tests.Access;

/// <summary>
/// Around the whole application: says with each answer which route was reached, so that a mistyped path is no denial, and
/// has each request come from an address of its own, so that the limit on guessing keeps out of it.
/// </summary>
internal sealed class WalkedRequests : IStartupFilter
{
    public const string Route = "X-Reached";

    private int number;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(
                (http, rest) =>
                {
                    http.Connection.RemoteIpAddress = new IPAddress(
                        0x0A000000 | Interlocked.Increment(ref number)
                    );
                    http.Response.OnStarting(() =>
                    {
                        http.Response.Headers[Route] = Reached(http);
                        return Task.CompletedTask;
                    });
                    return rest(http);
                }
            );
            next(app);
        };

    /// <summary>Behind a page that stands in for a refusal or a fault, the one that was asked for.</summary>
    private static string? Reached(HttpContext http)
    {
        var endpoint =
            http.Features.Get<IStatusCodeReExecuteFeature>() is { } refused ? refused.Endpoint
            : http.Features.Get<IExceptionHandlerFeature>() is { } fault ? fault.Endpoint
            : http.GetEndpoint();
        return (endpoint as RouteEndpoint)?.RoutePattern.RawText;
    }
}
