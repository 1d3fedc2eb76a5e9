using Karvan.Rules.Rulebooks;
using Karvan.Texts;

namespace Karvan.Evaluation.Rulebooks;

/// <summary>A list of countries of a published rulebook, and what the list before had otherwise (R2.1).</summary>
/// <param name="Before">The rulebook before; null where there is none, and then nothing is new.</param>
public sealed record ListChange(
    LocalText Title,
    IReadOnlyList<string> Countries,
    IReadOnlyList<string> Added,
    IReadOnlyList<string> Removed,
    Rulebook? Before
)
{
    /// <summary>Of the list that the rulebook's first one is: the priority countries.</summary>
    public static ListChange Of(RulebookLibrary library, PublishedRulebook published) =>
        AllOf(library, published)[0];

    public static IReadOnlyList<ListChange> AllOf(
        RulebookLibrary library,
        PublishedRulebook published
    )
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(published);
        var book =
            library.Find(published.Hash)
            ?? throw new InvalidOperationException($"{published.Hash} went away.");
        var before = published.BeforeHash is { } hash ? library.Find(hash) : null;
        return [.. book.Lists.Values.Select(list => Of(list, before))];
    }

    private static ListChange Of(CountryList list, Rulebook? before)
    {
        var old = before?.Lists.GetValueOrDefault(list.Id)?.Countries;
        return new(
            list.Title,
            list.Countries,
            old is null ? [] : [.. list.Countries.Except(old, StringComparer.Ordinal)],
            old is null ? [] : [.. old.Except(list.Countries, StringComparer.Ordinal)],
            before
        );
    }
}
