namespace Karvan.Rules.Rulebooks;

/// <summary>The two languages of every text a person reads.</summary>
public enum Language
{
    Persian,
    English,
}

/// <summary>A text in both languages.</summary>
public sealed record LocalText(string Fa, string En)
{
    public string In(Language language) => language == Language.Persian ? Fa : En;
}
