using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Modules;

/// <summary>
/// Finds records of one kind for the search over everything, among those that whoever asks may see. Every implementation
/// is found and asked; it looks at as few rows as the words allow.
/// </summary>
public interface IFindRecords
{
    /// <returns>Null where there is nothing of the kind.</returns>
    Task<FoundRecords?> Find(Actor actor, SoughtWords sought, CancellationToken cancellation);
}

/// <summary>What was found of one kind.</summary>
/// <param name="TitleKey">The key of the kind's name in the plural.</param>
/// <param name="Records">The first of them, <see cref="Most"/> at most.</param>
/// <param name="Total">How many there are.</param>
/// <param name="AllHref">The list that shows all of them; null where these are all, or no list has such a filter.</param>
public sealed record FoundRecords(
    string TitleKey,
    IReadOnlyList<FoundRecord> Records,
    int Total,
    string? AllHref = null
)
{
    /// <summary>How many of a kind the search shows.</summary>
    public const int Most = 5;

    /// <summary>One of them is known by exactly what was looked for, and by nothing else.</summary>
    public bool IsExact { get; init; }
}

/// <param name="Name">As people call it.</param>
/// <param name="Note">What tells it from others of the name.</param>
public sealed record FoundRecord(Said Name, string Href, Said? Note = null);

/// <summary>What somebody looks for, cut down to what a search can do with.</summary>
public sealed class SoughtWords
{
    public const int Longest = 100;
    private const int MostWords = 6;
    private const int Least = 2;

    private SoughtWords(string text, IReadOnlyList<string> words)
    {
        Text = text;
        Words = words;
        var joined = string.Concat(words);
        Number = joined.All(char.IsAsciiDigit) ? joined : null;
    }

    /// <summary>As it was typed, for the filter of a list.</summary>
    public string Text { get; }

    /// <summary>In one spelling; each must occur.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Latin digits, where nothing but digits was typed.</summary>
    public string? Number { get; }

    /// <returns>Null for too little to look for: a number may have one digit, words have two letters.</returns>
    public static SoughtWords? Of(string? typed)
    {
        // A database takes no NUL.
        var text = string.Concat((typed ?? "").Where(c => !char.IsControl(c))).Trim();
        text = text.Length > Longest ? text[..Longest] : text;
        var words = PersianText.Words(text).Take(MostWords).ToList();
        var sought = new SoughtWords(text, words);
        return words.Count > 0 && (sought.Number is not null || words.Sum(w => w.Length) >= Least)
            ? sought
            : null;
    }

    /// <summary>The address of a list with one of its filters filled.</summary>
    public string In(string list, string filter) => $"{list}?{filter}={Uri.EscapeDataString(Text)}";
}
