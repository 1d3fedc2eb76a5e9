using System.Text.RegularExpressions;

namespace Karvan.Architecture.Tests;

/// <summary>
/// The names of the types that sources declare. Types inside another one that keeps them for itself are left out, and so
/// are the parts of a partial type behind the first.
/// </summary>
internal static partial class TypeNames
{
    /// <summary>Names that several sources declare, each with its sources.</summary>
    public static IEnumerable<string> Repeated(IEnumerable<(string Path, string Text)> sources)
    {
        var declared = sources
            .SelectMany(s => In(s.Text).Distinct().Select(d => (d.Name, d.Part, s.Path)))
            .ToList();
        return declared
            .GroupBy(d => d.Name, StringComparer.Ordinal)
            .Where(g => g.Count() > 1)
            .Where(g => !g.All(d => d.Part) || g.Select(d => Folder(d.Path)).Distinct().Count() > 1)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"{g.Key}: {string.Join(", ", g.Select(d => d.Path))}");
    }

    private static IEnumerable<(string Name, bool Part)> In(string source) =>
        Declarations()
            .Matches(Comments().Replace(source, ""))
            .Where(m => m.Groups["inside"].Length == 0 || IsShown(m.Groups["how"].Value))
            .Select(m => (m.Groups["name"].Value, m.Groups["how"].Value.Contains("partial ")));

    private static bool IsShown(string how) =>
        how.Contains("public ", StringComparison.Ordinal)
        || how.Contains("internal ", StringComparison.Ordinal)
        || how.Contains("protected ", StringComparison.Ordinal);

    private static string Folder(string path) => path[..path.LastIndexOf('/')];

    [GeneratedRegex(
        @"^(?<inside> *)(?<how>(?:(?:public|internal|private|protected|file|static|sealed|abstract|partial|readonly|ref|unsafe|new) )*)(?:class|record struct|record class|record|struct|interface|enum|delegate [^(\n]+(?= \w+[<(])) (?<name>[A-Z]\w*)",
        RegexOptions.Multiline
    )]
    private static partial Regex Declarations();

    [GeneratedRegex(@"//.*$|/\*.*?\*/", RegexOptions.Multiline)]
    private static partial Regex Comments();
}
