using System.Threading.RateLimiting;
using Karvan.Platform.Accounts;

namespace Karvan.Web.Authorization;

/// <summary>
/// How often what is worth trying often may be tried: each kind counted by itself, so that whoever tries many passwords keeps
/// nobody at the same address from signing up. How often one account is tried, the database counts.
/// </summary>
public static class RateLimits
{
    // The names of the limits, for pages that carry them.
    public const string SignIn = "sign-in";
    public const string SignUp = "sign-up";
    public const string Reset = "reset";

    /// <summary>Passwords and codes of somebody who is signed in.</summary>
    public const string Proof = "proof";

    /// <summary>Links of invitations.</summary>
    public const string Invitation = "invitation";

    /// <summary>Letters that somebody who is signed in has sent to others: counted by the person.</summary>
    public const string Letters = "letters";

    /// <summary>An office has one address for all its desks.</summary>
    private const int TriesAMinute = 30;

    private const int LettersInTenMinutes = 30;

    public static void AddRateLimits(this IServiceCollection services) =>
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            foreach (var name in new[] { SignIn, Proof, Invitation })
            {
                o.AddPolicy(name, http => Limit(name, Client(http), http, TriesAMinute, 1));
            }
            foreach (var name in new[] { SignUp, Reset })
            {
                o.AddPolicy(name, http => Limit(name, Client(http), http, LettersInTenMinutes, 10));
            }
            o.AddPolicy(
                Letters,
                http =>
                    Limit(
                        Letters,
                        $"{http.RequestServices.GetRequiredService<CurrentActor>().Value.PersonId}",
                        http,
                        LettersInTenMinutes,
                        10
                    )
            );
        });

    /// <summary>
    /// By the address of the connection, or what a trusted proxy says it was: a header of anybody else can say anything.
    /// </summary>
    public static string Client(HttpContext http) =>
        http.Connection.RemoteIpAddress?.ToString() ?? "";

    private static RateLimitPartition<string> Limit(
        string kind,
        string who,
        HttpContext http,
        int most,
        int minutes
    ) =>
        HttpMethods.IsPost(http.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                $"{kind} {who}",
                _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = most,
                    Window = TimeSpan.FromMinutes(minutes),
                }
            )
            : RateLimitPartition.GetNoLimiter("");
}
