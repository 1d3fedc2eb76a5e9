using System.Text.RegularExpressions;

namespace Karvan.Architecture.Tests;

/// <summary>Rules that can be read off one source file. Each gives what breaks it, or nothing.</summary>
internal static partial class SourceRules
{
    public const int MostLines = 300;

    private static readonly string[] EmptyEndings =
    [
        "Service",
        "Manager",
        "Helper",
        "Util",
        "Utils",
        "Processor",
        "Data",
        "Info",
    ];

    public static IEnumerable<string> TooLong(string text)
    {
        var lines = text.Count(c => c == '\n');
        return lines > MostLines ? [$"{lines} lines, at most {MostLines}"] : [];
    }

    /// <summary>Says what the type does? An ending that says nothing is refused.</summary>
    public static IEnumerable<string> EmptyNames(string text) =>
        TypeNames()
            .Matches(WithoutComments(text))
            .Select(m => m.Groups[1].Value)
            .Where(n => EmptyEndings.Any(e => n.EndsWith(e, StringComparison.Ordinal)));

    /// <summary>A solar year of our time, written in code, is a rule in the wrong place.</summary>
    public static IEnumerable<string> SolarYears(string text) =>
        Years().Matches(WithoutComments(text)).Select(m => m.Value);

    /// <summary>Rules may not reach for files, clocks, consoles or the network.</summary>
    public static IEnumerable<string> OutsideWorld(string text) =>
        Outside().Matches(WithoutComments(text)).Select(m => m.Value);

    /// <summary>Money, weight and points are never binary fractions.</summary>
    public static IEnumerable<string> FloatingPoint(string text) =>
        Floating().Matches(WithoutComments(text)).Select(m => m.Value);

    /// <summary>The oracle names no other project: a constant of one leaves no reference behind.</summary>
    public static IEnumerable<string> OtherProjects(string text) =>
        Projects().Matches(WithoutComments(text)).Select(m => m.Value);

    private static string WithoutComments(string text) =>
        Comments().Replace(Strings().Replace(text, "\"\""), "");

    [GeneratedRegex(
        @"\b(?:class|record|struct|interface|enum)\s+(?:struct\s+|class\s+)?([A-Z]\w*)"
    )]
    private static partial Regex TypeNames();

    [GeneratedRegex(@"(?<![\w.])1[34][0-9]{2}(?![\w])")]
    private static partial Regex Years();

    [GeneratedRegex(
        @"\bFile\.(?:Read|Write|Open|Exists|Create|Delete|Copy|Move|Append)\w*|\b(?:Directory|Console|Environment|HttpClient|TimeProvider|Stopwatch|DateTime)\.\w+|\bRandom\b"
    )]
    private static partial Regex Outside();

    [GeneratedRegex(@"\b(?:double|float|Half)\b|\bMath\.(?:Pow|Exp|Log|Sqrt)\b")]
    private static partial Regex Floating();

    [GeneratedRegex(@"\bKarvan\.(?!Oracle\b)\w+")]
    private static partial Regex Projects();

    [GeneratedRegex("\"\"\".*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"", RegexOptions.Singleline)]
    private static partial Regex Strings();

    [GeneratedRegex(@"//.*$|/\*.*?\*/", RegexOptions.Multiline)]
    private static partial Regex Comments();
}
