namespace Karvan.Rules.Text;

/// <summary>
/// A piece of a YAML file with the place where it stands. Only what a rulebook needs exists:
/// text, lists and maps; no tags, anchors or merge keys.
/// </summary>
public abstract record TextNode(SourcePosition At)
{
    /// <summary>What a person would call this piece in a message.</summary>
    public abstract string Describe();
}

/// <param name="Text">The characters as written, quotes removed.</param>
/// <param name="Quoted">Whether quotes stood around it: a quoted number is text, not a number.</param>
/// <param name="At">Where the first character stands.</param>
public sealed record ScalarNode(string Text, bool Quoted, SourcePosition At) : TextNode(At)
{
    /// <summary>YAML's ways of writing "nothing".</summary>
    public bool IsNull => !Quoted && Text is "" or "~" or "null";

    public override string Describe() => IsNull ? "nothing" : Quote(Text);

    /// <summary>A text as a message shows it: in quotes, on one line, cut when it is long.</summary>
    public static string Quote(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var shown = text.Length <= LongestShown ? text : text[..LongestShown] + "…";
        return "'" + string.Concat(shown.Select(c => char.IsControl(c) ? ' ' : c)) + "'";
    }

    private const int LongestShown = 80;
}

public sealed record ListNode(IReadOnlyList<TextNode> Items, SourcePosition At) : TextNode(At)
{
    public override string Describe() =>
        Items.Count == 0 ? "an empty list" : $"a list of {Items.Count}";
}

public sealed record MapNode(IReadOnlyList<MapEntry> Entries, SourcePosition At) : TextNode(At)
{
    public override string Describe() =>
        Entries.Count == 0
            ? "an empty map"
            : $"a map with the key{(Entries.Count == 1 ? "" : "s")} {Keys()}";

    private string Keys() => ScalarNode.Quote(string.Join(", ", Entries.Select(e => e.Key)));

    public TextNode? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (string.Equals(entry.Key, key, StringComparison.Ordinal))
            {
                return entry.Value;
            }
        }
        return null;
    }

    /// <summary>A copy in which <paramref name="key"/> holds <paramref name="value"/>; without a value the key is gone.</summary>
    public MapNode With(string key, TextNode? value)
    {
        var entries = Entries
            .Where(e => !string.Equals(e.Key, key, StringComparison.Ordinal))
            .ToList();
        if (value is not null)
        {
            var index = Entries
                .ToList()
                .FindIndex(e => string.Equals(e.Key, key, StringComparison.Ordinal));
            entries.Insert(index < 0 ? entries.Count : index, new MapEntry(key, value.At, value));
        }
        return this with { Entries = entries };
    }
}

public sealed record MapEntry(string Key, SourcePosition KeyAt, TextNode Value);
