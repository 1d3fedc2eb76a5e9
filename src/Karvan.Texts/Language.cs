namespace Karvan.Texts;

/// <summary>The two languages of every text a person reads.</summary>
public enum Language
{
    Persian,
    English,
}

public static class Languages
{
    /// <summary>ISO 639-1.</summary>
    public static string Code(this Language language) => language is Language.Persian ? "fa" : "en";

    public static string Direction(this Language language) =>
        language is Language.Persian ? "rtl" : "ltr";

    public static Language Other(this Language language) =>
        language is Language.Persian ? Language.English : Language.Persian;

    /// <summary>Persian for whatever is not a language of ours.</summary>
    public static Language Of(string? code) => code is "en" ? Language.English : Language.Persian;
}
