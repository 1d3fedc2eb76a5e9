using System.Reflection;
using System.Text.RegularExpressions;
using Karvan.Platform.Events;
using Karvan.Platform.Modules;
using Karvan.Web.Modules;
using Karvan.Web.Tests.Words;

namespace Karvan.Web.Tests.Modules;

/// <summary>Kinds of event, by the types of all modules; kinds of subject, by the text of the sources that name them.</summary>
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

    /// <summary>Types of events of the modules and of the web application.</summary>
    public static IEnumerable<Type> Types =>
        ModuleCatalog
            .All.Select(m => m.GetType().Assembly)
            .Append(typeof(WebModules).Assembly)
            .SelectMany(a => a.GetTypes());

    public static IReadOnlySet<string> Kinds(IEnumerable<Type> types) =>
        types
            .Where(t => t.IsAssignableTo(typeof(DomainEvent)) && !t.IsAbstract)
            .SelectMany(t => t.GetCustomAttribute<EventKindsAttribute>()?.Kinds ?? [t.Name])
            .ToHashSet(StringComparer.Ordinal);

    public static IReadOnlySet<string> Subjects(IEnumerable<string> sources) =>
        sources
            .SelectMany(s => SubjectNames().Matches(s).Select(m => m.Groups["kind"].Value))
            .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comments();

    [GeneratedRegex(
        "new(?:\\s+Subject)?\\(\\s*(?:nameof\\((?<kind>\\w+)\\)|\"(?<kind>[A-Z]\\w+)\"),[^;]*?\\bBody\\."
    )]
    private static partial Regex SubjectNames();
}
