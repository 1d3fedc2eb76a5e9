using System.Collections.Frozen;

namespace Karvan.Web.Modules;

/// <summary>The modules of the web application in their order, and what all of them bring together.</summary>
internal static class WebModules
{
    public static IReadOnlyList<IWebModule> All { get; } = Find();

    /// <summary>In the order in which it is shown.</summary>
    public static IReadOnlyList<NavigationPlace> Navigation { get; } =
    [.. All.SelectMany(m => m.Navigation).OrderBy(p => p.Group).ThenBy(p => p.Weight)];

    public static FrozenDictionary<string, SubjectPage> Subjects { get; } =
        All.SelectMany(m => m.Subjects).ToFrozenDictionary(s => s.Kind, StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, NoticeLink> NoticeLinks { get; } =
        All.SelectMany(m => m.NoticeLinks).ToDictionary(l => l.Kind.Name, StringComparer.Ordinal);

    public static IReadOnlyList<ShownJobKind> JobKinds { get; } =
    [.. All.SelectMany(m => m.JobKinds)];

    public static IReadOnlyList<NewsKind> News { get; } = [.. All.SelectMany(m => m.News)];

    public static FrozenDictionary<string, ValueTexts> Values { get; } =
        All.SelectMany(m => m.Values).ToFrozenDictionary(v => v.Field, StringComparer.Ordinal);

    public static FrozenDictionary<string, ReadValue> ReadValues { get; } =
        All.SelectMany(m => m.ReadValues).ToFrozenDictionary(v => v.Field, StringComparer.Ordinal);

    public static IReadOnlyList<string> FrontDoor { get; } = [.. All.SelectMany(m => m.FrontDoor)];

    /// <exception cref="InvalidOperationException">Two modules claim the same place.</exception>
    private static IWebModule[] Find()
    {
        var found = typeof(IWebModule)
            .Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false })
            .Where(typeof(IWebModule).IsAssignableFrom)
            .Select(t => (IWebModule)Activator.CreateInstance(t)!)
            .OrderBy(m => m.Order)
            .ToArray();
        var twice = found.GroupBy(m => m.Order).FirstOrDefault(g => g.Count() > 1);
        return twice is null
            ? found
            : throw new InvalidOperationException(
                $"{string.Join(" and ", twice.Select(m => m.GetType().Name))} have the same order, {twice.Key}; each needs its own."
            );
    }
}
