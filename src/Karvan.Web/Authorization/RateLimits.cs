using System.Threading.RateLimiting;

namespace Karvan.Web.Authorization;

/// <summary>How often an address may try what is worth trying often: signing in, signing up, asking for messages.</summary>
public static class RateLimits
{
    /// <summary>The name of the limit, for pages that carry it.</summary>
    public const string Guessing = "guessing";

    private const int TriesAMinute = 30;

    public static void AddRateLimits(this IServiceCollection services) =>
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            // By the address of the connection: a header that says otherwise can be written by anybody.
            o.AddPolicy(
                Guessing,
                http =>
                    HttpMethods.IsPost(http.Request.Method)
                        ? RateLimitPartition.GetFixedWindowLimiter(
                            http.Connection.RemoteIpAddress?.ToString() ?? "",
                            _ => new FixedWindowRateLimiterOptions
                            {
                                PermitLimit = TriesAMinute,
                                Window = TimeSpan.FromMinutes(1),
                            }
                        )
                        : RateLimitPartition.GetNoLimiter("")
            );
        });
}
