using System.Globalization;

namespace Karvan.Platform.Files;

/// <summary>The name of a file as somebody's machine gave it, made fit to be shown and to be sent in a header.</summary>
public static class UploadedName
{
    public const int Longest = 150;

    private const string Nameless = "file";

    /// <summary>Without folders, control characters and marks that turn the direction of text; half-spaces stay.</summary>
    public static string Clean(string? sent)
    {
        var name = sent ?? "";
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        name = string.Concat(name.Where(IsKept)).Trim(' ', '.');
        if (name.Length > Longest)
        {
            var ending = Ending(name);
            name = Cut(name, Longest - ending.Length) + ending;
        }
        return name.Length == 0 ? Nameless : name;
    }

    /// <summary>Small letters with the dot; empty where there is none.</summary>
    public static string Ending(string name)
    {
        var ending = Path.GetExtension(name);
        // An ending that long is none.
        return ending.Length is > 1 and <= 16 ? ending.ToLowerInvariant() : "";
    }

    private static bool IsKept(char sign) =>
        sign is '\u200C'
        || (
            sign is not ('"' or '<' or '>' or '|' or ':' or '*' or '?' or ';')
            && char.GetUnicodeCategory(sign)
                is not (
                    UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.OtherNotAssigned
                )
        );

    /// <summary>Never between the two halves of one letter.</summary>
    private static string Cut(string name, int length) =>
        name[..(char.IsHighSurrogate(name[length - 1]) ? length - 1 : length)];
}
