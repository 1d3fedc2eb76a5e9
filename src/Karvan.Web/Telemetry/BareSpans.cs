using System.Diagnostics;
using OpenTelemetry;

namespace Karvan.Web.Telemetry;

/// <summary>
/// Takes from every span what may name a person or let somebody in: addresses with their tokens, where a request came from
/// and with which program. Statements stay: their values are parameters, which are not part of them.
/// </summary>
internal sealed class BareSpans : BaseProcessor<Activity>
{
    /// <summary>What is not named here is not sent.</summary>
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "http.request.method",
        "http.route",
        "http.response.status_code",
        "network.protocol.version",
        "error.type",
        "db.system.name",
        "db.namespace",
        "db.operation.name",
        "db.query.text",
        "db.response.status_code",
        "karvan.change",
    };

    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.ToList())
        {
            if (!Kept.Contains(name))
            {
                data.SetTag(name, null);
            }
        }
    }
}

/// <summary>The framework's span of a request says nothing of it; this gives it its route, which names nobody.</summary>
internal static class RequestSpans
{
    public static void UseRequestSpans(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                var span = Activity.Current;
                try
                {
                    await next(context);
                }
                finally
                {
                    if (span is not null)
                    {
                        Tell(span, context);
                    }
                }
            }
        );

    private static void Tell(Activity span, HttpContext context)
    {
        var method = Method(context.Request.Method);
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText?.TrimStart('/');
        span.DisplayName = route is null ? method : $"{method} /{route}";
        span.SetTag("http.request.method", method);
        span.SetTag("http.route", route);
        span.SetTag("http.response.status_code", context.Response.StatusCode);
        if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
        {
            span.SetStatus(ActivityStatusCode.Error);
        }
    }

    /// <summary>Anybody can send any word as a method.</summary>
    private static string Method(string given) =>
        given is "GET" or "POST" or "HEAD" or "PUT" or "DELETE" or "OPTIONS" or "PATCH"
            ? given
            : "_OTHER";
}
