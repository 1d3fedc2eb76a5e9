using Karvan.Rules.Loading;
using Karvan.Rules.Text;

namespace Karvan.Rules.Editing;

/// <summary>
/// Takes another answer of a reading for the rulebook's own: what the answer changes is written into the text, and the answer
/// taken so far stands among the others, with the changes that lead back to it.
/// </summary>
public static class ReadingEdits
{
    /// <exception cref="InvalidOperationException">The rulebook has no such reading, or the reading no such answer.</exception>
    public static RulebookText Choose(this RulebookText text, string reading, string choice)
    {
        ArgumentNullException.ThrowIfNull(text);
        var content = YamlTree.Parse(text.Text);
        var told = (MapNode)At(content, ["readings", reading])!;
        var chosen = Word(told, "chosen");
        if (string.Equals(chosen, choice, StringComparison.Ordinal))
        {
            return text;
        }
        var others = (MapNode)told.Find("others")!;
        if (others.Find(choice) is not MapNode answer)
        {
            throw new InvalidOperationException($"{reading} has no answer {choice}.");
        }
        var changes = Changes(answer);
        var back = new List<string>();
        var changed = content;
        foreach (var change in changes)
        {
            var path = Segments(changed, change.Path);
            var old = At(changed, path);
            back.Insert(0, Written(change.Path, old));
            text = change.To is { } to ? text.PutAt(path, to) : text.RemoveAt(path);
            changed = Patches.Put(changed, change.Path, change.To)!;
        }
        foreach (var other in others.Entries.Where(e => e.Key != choice))
        {
            var first = back.Concat(
                Changes((MapNode)other.Value).Select(c => Written(c.Path, c.To))
            );
            text = text.PutAt(
                ["readings", reading, "others", other.Key, "changes"],
                YamlValue.List(first)
            );
        }
        return text.PutAt(["readings", reading, "others", choice, "changes"], YamlValue.List(back))
            .PutAt(["readings", reading, "others", choice, "answer"], told.Find("answer")!)
            .PutAt(["readings", reading, "answer"], answer.Find("answer")!)
            .Renamed(["readings", reading, "others"], choice, chosen)
            .PutAt(["readings", reading, "chosen"], YamlValue.Text(choice))
            // Whoever decided, decided for the other answer.
            .PutAt(["readings", reading, "decided"], "null");
    }

    private static IReadOnlyList<(string Path, TextNode? To)> Changes(MapNode answer) =>
        [
            .. ((ListNode)answer.Find("changes")!)
                .Items.Cast<MapNode>()
                .Select(c =>
                    c.Find("remove") is ScalarNode gone
                        ? (gone.Text, (TextNode?)null)
                        : (Word(c, "set"), c.Find("to"))
                ),
        ];

    private static string Written(string path, TextNode? to) =>
        to is null
            ? $"{{remove: {YamlValue.Text(path)}}}"
            : $"{{set: {YamlValue.Text(path)}, to: {YamlValue.Of(to)}}}";

    private static string Word(MapNode map, string key) => ((ScalarNode)map.Find(key)!).Text;

    private static RulebookText PutAt(this RulebookText text, string[] path, TextNode value) =>
        text.PutAt(path, YamlValue.Of(value));

    /// <summary>Puts a value where another stands, or a key with it at the end of its map.</summary>
    private static RulebookText PutAt(this RulebookText text, string[] path, string yaml)
    {
        if (text.Find(path) is { } found)
        {
            return text.Put(found.Start, text.Trimmed(found.End), yaml);
        }
        var map = (PlacedMap)text.Needed(path[..^1]);
        var entry = $"{path[^1]}: {yaml}";
        if (map.Flow)
        {
            var inside = map.Entries.Count == 0 ? entry : $", {entry}";
            return text.Put(map.End - 1, map.End - 1, inside);
        }
        var indent = new string(' ', text.Column(map.Entries[0].Key.Start));
        var at = text.LineEnd(text.Trimmed(map.End));
        return text.Put(at, at, $"\n{indent}{entry}");
    }

    private static RulebookText RemoveAt(this RulebookText text, string[] path)
    {
        var map = (PlacedMap)text.Needed(path[..^1]);
        var place = map.Entries.ToList().FindIndex(e => e.Key.Text == path[^1]);
        var entry = map.Entries[place];
        if (!map.Flow)
        {
            var end = text.LineEnd(text.Trimmed(entry.Value.End));
            return text.Put(text.LineStart(entry.Key.Start), end + 1, "");
        }
        return place + 1 < map.Entries.Count
                ? text.Put(entry.Key.Start, map.Entries[place + 1].Key.Start, "")
            : place > 0 ? text.Put(map.Entries[place - 1].Value.End, entry.Value.End, "")
            : text.Put(entry.Key.Start, entry.Value.End, "");
    }

    private static RulebookText Renamed(
        this RulebookText text,
        string[] path,
        string key,
        string to
    )
    {
        var map = (PlacedMap)text.Needed(path);
        var found = map.Entries.First(e => e.Key.Text == key).Key;
        return text.Put(found.Start, found.End, YamlValue.Text(to));
    }

    /// <summary>Without the line ends behind it, which a folded text counts as its own.</summary>
    private static int Trimmed(this RulebookText text, int end)
    {
        while (char.IsWhiteSpace(text.Text[end - 1]))
        {
            end--;
        }
        return end;
    }

    private static TextNode? At(TextNode? node, IEnumerable<string> path)
    {
        foreach (var step in path)
        {
            node = node switch
            {
                MapNode map => map.Find(step),
                ListNode list => list.Items.FirstOrDefault(i =>
                    i is MapNode item && item.Find("id") is ScalarNode id && id.Text == step
                ),
                _ => null,
            };
        }
        return node;
    }

    /// <summary>The steps of a path whose names hold dots themselves: the longest name that fits is meant.</summary>
    private static string[] Segments(TextNode content, string path)
    {
        var steps = new List<string>();
        var here = content;
        while (true)
        {
            var names = here switch
            {
                MapNode map => map.Entries.Select(e => e.Key),
                ListNode list => list.Items.OfType<MapNode>().Select(i => Word(i, "id")),
                _ => [],
            };
            var name = names
                .Where(n => path.StartsWith(n + ".", StringComparison.Ordinal))
                .MaxBy(n => n.Length);
            if (name is null)
            {
                return [.. steps, path];
            }
            steps.Add(name);
            path = path[(name.Length + 1)..];
            here = At(here, [name])!;
        }
    }
}
