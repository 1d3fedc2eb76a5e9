using System.Diagnostics;
using Karvan.Platform.Accounts;
using Karvan.Platform.People;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Routing;

namespace Karvan.Web.Startup;

/// <summary>
/// Logs that a machine can read: one JSON object a line in production, plain lines while developing. Each request is
/// one line: the route and not the address, which may hold tokens and names; the person's number and not the name.
/// </summary>
internal static partial class Logs
{
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        if (builder.Environment.IsDevelopment())
        {
            builder.Logging.AddSimpleConsole(o => o.SingleLine = true);
        }
        else
        {
            builder.Logging.AddJsonConsole(o =>
            {
                o.UseUtcTimestamp = true;
                o.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            });
        }
    }

    public static void UseRequestLog(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                var started = Stopwatch.GetTimestamp();
                try
                {
                    await next(context);
                }
                finally
                {
                    Write(context, started);
                }
            }
        );

    private static void Write(HttpContext context, long started)
    {
        var logger = context
            .RequestServices.GetRequiredService<ILoggerFactory>()
            .CreateLogger("Karvan.Requests");
        if (logger.IsEnabled(LogLevel.Information))
        {
            // Where a page stands in for a refusal or a fault, the one that was asked for.
            var endpoint =
                context.Features.Get<IExceptionHandlerFeature>() is { } fault ? fault.Endpoint
                : context.Features.Get<IStatusCodeReExecuteFeature>() is { } refused
                    ? refused.Endpoint
                : context.GetEndpoint();
            var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText?.TrimStart('/') ?? "none";
            var taken = (long)Stopwatch.GetElapsedTime(started).TotalMicroseconds;
            var person = context.RequestServices.GetRequiredService<CurrentActor>().Value.PersonId;
            var trace = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
            Answered(
                logger,
                context.Request.Method,
                route,
                context.Response.StatusCode,
                taken,
                person,
                trace
            );
        }
    }

    [LoggerMessage(
        EventId = 1,
        Level = LogLevel.Information,
        Message = "{Method} /{Route} {Status} in {Microseconds} µs, person {Person}, trace {Trace}"
    )]
    private static partial void Answered(
        ILogger logger,
        string method,
        string route,
        int status,
        long microseconds,
        Guid? person,
        string trace
    );
}
