using System.Collections.Concurrent;
using Karvan.Rules.Loading;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Tests.Cases;

namespace Karvan.Rules.Tests.Pages;

/// <summary>The shipped book for these tests, loaded apart from other classes that run at the same time.</summary>
internal static class PageBook
{
    public static Rulebook Shipped { get; } =
        Load(new Dictionary<string, string>(StringComparer.Ordinal));

    private static readonly ConcurrentDictionary<(string, string), Rulebook> Swapped = new();

    public static Rulebook With(string reading, string choice) =>
        Swapped.GetOrAdd(
            (reading, choice),
            _ => Load(new Dictionary<string, string>(StringComparer.Ordinal) { [reading] = choice })
        );

    private static Rulebook Load(IReadOnlyDictionary<string, string> choices)
    {
        var load = RulebookLoader.Load(
            File.ReadAllText(Path.Combine(ShippedBook.Folder, "1402.yaml")),
            "1402.yaml",
            beside => File.ReadAllBytes(Path.Combine(ShippedBook.Folder, beside)),
            choices
        );
        return load.Rulebook
            ?? throw new InvalidOperationException(string.Join('\n', load.Problems));
    }
}
