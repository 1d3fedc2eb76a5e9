using Karvan.Rules.Grammar;
using Karvan.Rules.Text;

namespace Karvan.Rules.Loading;

/// <summary>Puts another answer of a reading into the content of a book, by its typed patches.</summary>
internal static class Readings
{
    /// <returns>The content with the choices put in, or null when a choice or a patch does not fit.</returns>
    public static TextNode? Swap(
        TextNode content,
        IReadOnlyDictionary<string, string> choices,
        Problems problems
    )
    {
        var root = new Cursor(content, "", problems);
        var readings = root["readings"].Items;
        foreach (var (id, choice) in choices)
        {
            var reading = readings.FirstOrDefault(r =>
                string.Equals(r["id"].Text, id, StringComparison.Ordinal)
            );
            if (reading.Node is null)
            {
                var known = readings.Select(r => r["id"].Text).ToList();
                root["readings"]
                    .Refuse(
                        "unknown-reading",
                        $"the reading '{id}'",
                        "one of " + string.Join(", ", known),
                        Suggestion.Nearest(id, known)
                    );
                return null;
            }
            var names = reading["others"]
                .Named.Select(o => o.Name.Text)
                .Prepend(reading["chosen"].Text)
                .ToList();
            if (!names.Contains(choice, StringComparer.Ordinal))
            {
                reading.Refuse(
                    "unknown-choice",
                    $"the choice '{choice}' of '{id}'",
                    "one of " + string.Join(", ", names),
                    Suggestion.Nearest(choice, names)
                );
                return null;
            }
        }

        // In the order of the book, not of the asking: the same choices give the same content and hash.
        foreach (var reading in readings)
        {
            var id = reading["id"].Text;
            if (
                choices.TryGetValue(id, out var choice)
                && !string.Equals(choice, reading["chosen"].Text, StringComparison.Ordinal)
            )
            {
                var changes = reading["others"][choice]["changes"].Items;
                foreach (var change in changes)
                {
                    if (Apply(content, change) is not { } changed)
                    {
                        return null;
                    }
                    content = changed;
                }
                content = Mark(content, id, choice);
            }
        }
        return content;
    }

    public static IEnumerable<(string Reading, string Choice)> Alternatives(TextNode content)
    {
        var root = new Cursor(content, "", new Problems(""));
        return root["readings"]
            .Items.SelectMany(r => r["others"].Named.Select(o => (r["id"].Text, o.Name.Text)));
    }

    public static bool AnySwapped(TextNode content) =>
        new Cursor(content, "", new Problems(""))["readings"]
            .Items.Any(r => r.Maybe("swapped") is not null);

    private static TextNode? Apply(TextNode content, Cursor change)
    {
        var set = change.Maybe("set");
        var remove = change.Maybe("remove");
        var to = change.Maybe("to");
        if (set is null == remove is null || set is null != to is null)
        {
            change.Refuse(
                "bad-change",
                change.Node.Describe(),
                "either 'set' with 'to', or 'remove'"
            );
            return null;
        }
        var target = set ?? remove!.Value;
        var changed = Replace(content, target.Text, to?.Node);
        if (changed is null)
        {
            target.Refuse(
                "no-such-place",
                $"'{target.Text}'",
                "the path of a map's key in this book, such as criteria.R4.2.boundary"
            );
        }
        return changed;
    }

    /// <summary>Records the swapped choice beside the book's own, so that the hash and the pages show it.</summary>
    private static TextNode Mark(TextNode content, string reading, string choice)
    {
        var mark = new ScalarNode(choice, true, content.At);
        return Replace(content, "readings." + reading + ".swapped", mark)!;
    }

    /// <summary>Paths walk through maps by key and through lists by the items' ids, which may hold dots themselves.</summary>
    private static TextNode? Replace(TextNode node, string path, TextNode? value)
    {
        switch (node)
        {
            case MapNode map:
                var dot = path.IndexOf('.', StringComparison.Ordinal);
                if (dot < 0)
                {
                    return value is null && map.Find(path) is null ? null : map.With(path, value);
                }
                var inner = map.Find(path[..dot]);
                var changed = inner is null ? null : Replace(inner, path[(dot + 1)..], value);
                return changed is null ? null : map.With(path[..dot], changed);
            case ListNode list:
                for (var i = 0; i < list.Items.Count; i++)
                {
                    if (
                        list.Items[i] is MapNode item
                        && item.Find("id") is ScalarNode id
                        && path.StartsWith(id.Text + ".", StringComparison.Ordinal)
                    )
                    {
                        var next = Replace(item, path[(id.Text.Length + 1)..], value);
                        return next is null
                            ? null
                            : list with
                            {
                                Items = [.. list.Items.Take(i), next, .. list.Items.Skip(i + 1)],
                            };
                    }
                }
                return null;
            default:
                return null;
        }
    }
}
