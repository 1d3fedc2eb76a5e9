namespace Karvan.Web.Words;

public enum PageLanguage
{
    Persian,
    English,
}

public static class PageLanguages
{
    public static string Code(this PageLanguage language) =>
        language is PageLanguage.Persian ? "fa" : "en";

    public static string Direction(this PageLanguage language) =>
        language is PageLanguage.Persian ? "rtl" : "ltr";

    public static PageLanguage Other(this PageLanguage language) =>
        language is PageLanguage.Persian ? PageLanguage.English : PageLanguage.Persian;

    /// <summary>Persian for whatever is not a language of ours.</summary>
    public static PageLanguage Of(string? code) =>
        code is "en" ? PageLanguage.English : PageLanguage.Persian;
}
