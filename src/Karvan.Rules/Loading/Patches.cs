using Karvan.Rules.Grammar;
using Karvan.Rules.Text;

namespace Karvan.Rules.Loading;

/// <summary>Changes to the content of a book, each at a path such as <c>criteria.R4.2.boundary</c>.</summary>
internal static class Patches
{
    /// <summary>
    /// Years, product groups and tables are left out: facts are added up by them once, for all readings.
    /// What names the book or its readings is no reading's to change.
    /// </summary>
    private static readonly string[] Roots =
    [
        "total",
        "rounding",
        "weights",
        "lists",
        "groups",
        "criteria",
        "gates",
        "ranking",
    ];

    /// <returns>The changed content, or null when the change does not fit (reported).</returns>
    public static TextNode? Apply(TextNode content, Cursor change)
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
        var root = target.Text.Split('.')[0];
        if (!Roots.Contains(root, StringComparer.Ordinal))
        {
            target.Refuse(
                "no-such-place",
                target.Node.Describe(),
                "a path that begins with one of " + string.Join(", ", Roots),
                Suggestion.Nearest(root, Roots)
            );
            return null;
        }
        var changed = Put(content, target.Text, to?.Node);
        if (changed is null)
        {
            target.Refuse(
                "no-such-place",
                target.Node.Describe(),
                "the path of a map's key in this book, such as criteria.R4.2.boundary"
            );
        }
        return changed;
    }

    /// <summary>
    /// Paths walk through maps by key and through lists by the items' ids. Both may hold dots themselves,
    /// and <c>R1</c> may stand beside <c>R1.1</c>: the longest name that fits is meant.
    /// </summary>
    /// <returns>The content with the value put in, or taken out when it is null; null when there is no such place.</returns>
    public static TextNode? Put(TextNode node, string path, TextNode? value)
    {
        switch (node)
        {
            case MapNode map:
                if (Longest(map.Entries.Select(e => e.Key), path) is { } key)
                {
                    var inner = Put(map.Find(key)!, path[(key.Length + 1)..], value);
                    return inner is null ? null : map.With(key, inner);
                }
                var here = map.Find(path) is not null;
                return here || (value is not null && !path.Contains('.', StringComparison.Ordinal))
                    ? map.With(path, value)
                    : null;
            case ListNode list:
                var ids = list.Items.Select(IdOf).ToList();
                if (Longest(ids.OfType<string>(), path) is not { } id)
                {
                    return null;
                }
                var at = ids.IndexOf(id);
                var item = Put(list.Items[at], path[(id.Length + 1)..], value);
                return item is null
                    ? null
                    : list with
                    {
                        Items = [.. list.Items.Take(at), item, .. list.Items.Skip(at + 1)],
                    };
            default:
                return null;
        }
    }

    private static string? Longest(IEnumerable<string> names, string path) =>
        names.Where(n => path.StartsWith(n + ".", StringComparison.Ordinal)).MaxBy(n => n.Length);

    private static string? IdOf(TextNode item) =>
        item is MapNode map && map.Find("id") is ScalarNode { IsNull: false } id ? id.Text : null;
}
