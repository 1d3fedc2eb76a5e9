namespace Karvan.Texts;

/// <summary>A text in both languages.</summary>
public sealed record LocalText(string Fa, string En)
{
    public string In(Language language) => language == Language.Persian ? Fa : En;
}
