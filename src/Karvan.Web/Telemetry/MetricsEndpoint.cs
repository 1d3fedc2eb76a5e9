using System.Net;
using System.Security.Cryptography;
using System.Text;
using Karvan.Platform.Persistence;
using Karvan.Platform.Telemetry;
using Karvan.Web.Settings;
using Microsoft.AspNetCore.Diagnostics;

namespace Karvan.Web.Telemetry;

/// <summary>
/// <c>/metrics</c>: with a token for whoever shows it, without one for the same machine alone. It holds no names, but shows
/// how busy the application is.
/// </summary>
internal static class MetricsEndpoint
{
    public const string Path = "/metrics";

    private const string Scheme = "Bearer ";

    /// <summary>A proxy on the same machine writes at least one of them for somebody who is not.</summary>
    private static readonly string[] Forwarding =
    [
        "Forwarded",
        "Via",
        "X-Forwarded-For",
        "X-Original-For",
        "X-Forwarded-Host",
        "X-Forwarded-Proto",
        "X-Real-IP",
    ];

    public static void AddMeasurements(this IServiceCollection services)
    {
        services.AddSingleton<HouseFigures>();
        services.AddSingleton<KarvanMeter>();
        services.AddSingleton<Measurements>();
    }

    public static void MapMeasurements(this WebApplication app)
    {
        // From the first request on, not from the first question.
        _ = app.Services.GetRequiredService<KarvanMeter>();
        _ = app.Services.GetRequiredService<Measurements>();
        app.MapGet(Path, Get).DisableRateLimiting().DisableHttpMetrics();
    }

    /// <summary>The status of a refusal; null where it may be read.</summary>
    internal static int? Refusal(HttpContext http, string? token)
    {
        if (token is not null)
        {
            var given = http.Request.Headers.Authorization.ToString();
            return
                given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
                && Same(given[Scheme.Length..].Trim(), token)
                ? null
                : StatusCodes.Status401Unauthorized;
        }
        var near =
            http.Connection.RemoteIpAddress is { } address
            && IPAddress.IsLoopback(address)
            && !Array.Exists(Forwarding, http.Request.Headers.ContainsKey);
        // Nobody else need know that it is there.
        return near ? null : StatusCodes.Status404NotFound;
    }

    private static async Task<IResult> Get(
        HttpContext http,
        KarvanSettings settings,
        Measurements measurements,
        HouseFigures figures,
        KarvanContext db
    )
    {
        if (Refusal(http, settings.MetricsToken) is { } status)
        {
            if (status is StatusCodes.Status401Unauthorized)
            {
                http.Response.Headers.WWWAuthenticate = "Bearer";
            }
            // A program asks: a page about the refusal would be nothing to it.
            http.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
            return Results.StatusCode(status);
        }
        await figures.Ask(db, http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Text(measurements.Write(), PrometheusText.ContentType);
    }

    /// <summary>In a time that tells neither where they differ nor how long the right one is.</summary>
    private static bool Same(string given, string token) =>
        CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(given)),
            SHA256.HashData(Encoding.UTF8.GetBytes(token))
        );
}
