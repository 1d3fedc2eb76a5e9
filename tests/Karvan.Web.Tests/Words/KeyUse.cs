using System.Text.RegularExpressions;

namespace Karvan.Web.Tests.Words;

/// <summary>The keys of texts that a source names, whole or by their beginning.</summary>
internal static partial class KeyUse
{
    /// <summary>Literals that look like keys of one of the areas; what stands behind a bar are values.</summary>
    public static IEnumerable<string> Whole(string source, IReadOnlySet<string> areas) =>
        Keys()
            .Matches(WithoutComments(source))
            .Select(m => m.Groups["key"].Value)
            .Where(key => areas.Contains(key[..key.IndexOf('.', StringComparison.Ordinal)]));

    /// <summary>Beginnings to which code adds the rest, as in <c>"step." + state</c> or <c>$"step.{state}"</c>.</summary>
    public static IEnumerable<string> Beginnings(string source) =>
        Starts()
            .Matches(WithoutComments(source))
            .Concat(Woven().Matches(WithoutComments(source)))
            .Select(m => m.Groups["start"].Value);

    public static string Area(string key) => key[..key.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>A key that only a comment names is not used.</summary>
    private static string WithoutComments(string source) => Comments().Replace(source, "");

    [GeneratedRegex(@"^\s*//.*$|@\*.*?\*@", RegexOptions.Multiline)]
    private static partial Regex Comments();

    [GeneratedRegex("\"(?<key>[a-z][a-z-]*(?:\\.[a-z0-9-]*[a-z0-9])+)(?:\\|[^\"]*)?\"(?!\\s*\\+)")]
    private static partial Regex Keys();

    [GeneratedRegex("\"(?<start>[a-z][a-z-]*\\.(?:[a-z0-9-]+[.-])*)\"\\s*\\+")]
    private static partial Regex Starts();

    [GeneratedRegex("\\$\"(?<start>[a-z][a-z-]*\\.(?:[A-Za-z0-9-]+[.-])*)\\{")]
    private static partial Regex Woven();
}
