using Karvan.Texts;

namespace Karvan.Web.Components.Requests;

/// <summary>What a reader chose for the look, in cookies of their own: language, light or dark.</summary>
public sealed record Preferences(Language Language, Theme Theme)
{
    public const string LanguagePath = "/language";
    public const string ThemePath = "/theme";

    private const string LanguageCookie = "language";
    private const string ThemeCookie = "theme";

    public static Preferences Of(HttpRequest? request) =>
        new(
            Languages.Of(request?.Cookies[LanguageCookie]),
            request?.Cookies[ThemeCookie] switch
            {
                "light" => Theme.Light,
                "dark" => Theme.Dark,
                _ => Theme.System,
            }
        );

    public static Task<IResult> ChooseLanguage(HttpContext context) =>
        Choose(context, LanguageCookie, "fa", "en");

    public static Task<IResult> ChooseTheme(HttpContext context) =>
        Choose(context, ThemeCookie, "system", "light", "dark");

    /// <summary>Keeps the choice and returns to where it was made. Needs no token: nothing but the look changes.</summary>
    private static async Task<IResult> Choose(
        HttpContext context,
        string cookie,
        params string[] choices
    )
    {
        if (!context.Request.HasFormContentType)
        {
            return Results.BadRequest();
        }
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var choice = form["to"].ToString();
        if (!choices.Contains(choice, StringComparer.Ordinal))
        {
            return Results.BadRequest();
        }
        context.Response.Cookies.Append(
            cookie,
            choice,
            new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                HttpOnly = true,
                Secure = context.Request.IsHttps,
                SameSite = SameSiteMode.Lax,
                IsEssential = true,
            }
        );
        var back = form["back"].ToString();
        return Results.LocalRedirect(IsLocal(back) ? back : "~/");
    }

    /// <summary>A path on this site: nothing a browser could take for another host.</summary>
    private static bool IsLocal(string url) =>
        url is ['/', ..]
        && url is not ['/', '/' or '\\', ..]
        && !url.AsSpan().ContainsAnyInRange('\0', ' ');
}

public enum Theme
{
    System,
    Light,
    Dark,
}
