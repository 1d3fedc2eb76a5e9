namespace Karvan.Web.Platform.Pages.Account;

/// <summary>
/// What somebody came for when they signed up: kept on their device until the link in the letter was followed, so that the
/// next step is the one they wanted.
/// </summary>
internal static class CameFor
{
    private const string Cookie = "came-for";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public static void Keep(HttpContext http, string page) =>
        http.Response.Cookies.Append(
            Cookie,
            page,
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = Kept,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
            }
        );

    public static string? Read(HttpContext http) => http.Request.Cookies[Cookie];
}
