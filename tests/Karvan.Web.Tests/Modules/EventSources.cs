using System.Text.RegularExpressions;
using Karvan.Core.Reference;
using Karvan.Web.Tests.Words;

namespace Karvan.Web.Tests.Modules;

/// <summary>Kinds of event and of subject that the sources name, found in their text: both are written where a change is committed.</summary>
internal static partial class EventSources
{
    /// <summary>Every source outside migrations, without its comments.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Directory
            .EnumerateFiles(
                Path.Combine(PageSources.Root, "src"),
                "*.cs",
                SearchOption.AllDirectories
            )
            .Where(f => !f.Contains("Migrations", StringComparison.Ordinal))
            .Select(f => Comments().Replace(File.ReadAllText(f), "")),
    ];

    /// <param name="known">Names of several words that stand in such sources and are no events: tables and columns.</param>
    public static IReadOnlySet<string> Kinds(
        IEnumerable<string> sources,
        IReadOnlySet<string> known
    ) =>
        sources
            .Where(s => Changes().IsMatch(s))
            .SelectMany(s =>
                Literals()
                    .Matches(s)
                    .Concat(Typed().Matches(s))
                    .Select(m => m.Groups["kind"].Value)
                    .Concat(
                        Woven()
                            .Matches(s)
                            .SelectMany(m => Rows.Select(r => r.Name + m.Groups["end"].Value))
                    )
            )
            .Where(k => !known.Contains(k))
            .ToHashSet(StringComparer.Ordinal);

    public static IReadOnlySet<string> Subjects(IEnumerable<string> sources) =>
        sources
            .SelectMany(s => SubjectNames().Matches(s).Select(m => m.Groups["kind"].Value))
            .Concat(Rows.Select(r => r.Name))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Rows of reference lists: events and subjects take their names.</summary>
    private static IEnumerable<Type> Rows =>
        typeof(ReferenceRow)
            .Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(ReferenceRow)) && !t.IsAbstract);

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\bchange\b|\bCommit\(")]
    private static partial Regex Changes();

    [GeneratedRegex("\"(?<kind>[A-Z][a-z]+(?:[A-Z][a-z]+)+)\"")]
    private static partial Regex Literals();

    [GeneratedRegex(@"\.Commit\(\s*new (?<kind>\w+)\(")]
    private static partial Regex Typed();

    [GeneratedRegex("\\$\"\\{typeof\\(\\w+\\)\\.Name\\}(?<end>\\w+)\"")]
    private static partial Regex Woven();

    [GeneratedRegex(
        "new(?:\\s+Subject)?\\(\\s*(?:nameof\\((?<kind>\\w+)\\)|\"(?<kind>[A-Z]\\w+)\"),[^;]*?\\bBody\\."
    )]
    private static partial Regex SubjectNames();
}
