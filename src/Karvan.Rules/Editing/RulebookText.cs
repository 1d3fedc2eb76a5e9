using System.Security.Cryptography;
using System.Text;

namespace Karvan.Rules.Editing;

/// <summary>
/// The text of a rulebook, in which values are changed where they stand: all else, comments and citations too, stays to the
/// letter. Whether the result is a rulebook the loader says.
/// </summary>
public sealed class RulebookText
{
    private const char ByteOrderMark = '\uFEFF';

    private readonly Lazy<PlacedNode> root;

    /// <param name="text">YAML that loads as a rulebook.</param>
    public RulebookText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text.TrimStart(ByteOrderMark);
        root = new Lazy<PlacedNode>(() => PlacedTree.Parse(Text));
    }

    public string Text { get; }

    /// <summary>SHA-256 of the text itself, which tells two spellings of one rulebook apart.</summary>
    public static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>What stands at a place, or null where there is none.</summary>
    internal PlacedNode? Find(params IReadOnlyList<string> path)
    {
        PlacedNode? here = root.Value;
        foreach (var step in path)
        {
            here = here switch
            {
                PlacedMap map => map.Entries.FirstOrDefault(e => Same(e.Key.Text, step))?.Value,
                PlacedList list => Item(list, step),
                _ => null,
            };
        }
        return here;
    }

    /// <summary>Puts a value where another stands.</summary>
    /// <param name="yaml">On one line, as <see cref="YamlValue"/> writes it.</param>
    /// <exception cref="InvalidOperationException">Nothing stands there.</exception>
    internal RulebookText Set(string yaml, params IReadOnlyList<string> path)
    {
        var found = Needed(path);
        return Says(found, yaml) ? this : Put(found.Start, found.End, yaml);
    }

    /// <summary>Makes a list hold these items. What is not changed keeps its line, and what stands beside it.</summary>
    internal RulebookText SetItems(IReadOnlyList<string> items, params IReadOnlyList<string> path)
    {
        if (Needed(path) is not PlacedList list)
        {
            throw new InvalidOperationException($"{string.Join('.', path)} is no list.");
        }
        var same =
            list.Items.Count == items.Count
            && list.Items.Zip(items).All(p => Says(p.First, p.Second));
        if (same)
        {
            return this;
        }
        if (list.Flow || items.Count == 0 || list.Items.Count == 0)
        {
            return Put(list.Start, list.End, YamlValue.List(items));
        }
        var changed = this;
        // From the last to the first, so that the places before stay right.
        var (kept, last) = (Math.Min(list.Items.Count, items.Count), list.Items[^1]);
        if (items.Count > kept)
        {
            var indent = new string(' ', Column(Dash(last)));
            var more = string.Concat(items.Skip(kept).Select(i => $"{indent}- {i}\n"));
            var at = LineEnd(last.End);
            changed = at < Text.Length ? Put(at + 1, at + 1, more) : Put(at, at, "\n" + more);
        }
        for (var i = list.Items.Count - 1; i >= kept; i--)
        {
            var (from, to) = (LineStart(Dash(list.Items[i])), LineEnd(list.Items[i].End));
            changed = changed.Put(from, Math.Min(to + 1, changed.Text.Length), "");
        }
        for (var i = kept - 1; i >= 0; i--)
        {
            if (!Says(list.Items[i], items[i]))
            {
                changed = changed.Put(list.Items[i].Start, list.Items[i].End, items[i]);
            }
        }
        return changed;
    }

    internal string TextOf(PlacedNode node) => Text[node.Start..node.End];

    internal RulebookText Put(int from, int to, string text) =>
        new(string.Concat(Text.AsSpan(0, from), text, Text.AsSpan(to)));

    internal PlacedNode Needed(IReadOnlyList<string> path) =>
        Find(path)
        ?? throw new InvalidOperationException($"The text has no {string.Join('.', path)}.");

    internal int LineStart(int at) => at == 0 ? 0 : Text.LastIndexOf('\n', at - 1) + 1;

    /// <summary>The place of the line's end, or of the text's.</summary>
    internal int LineEnd(int at) => Text.IndexOf('\n', at) is var end and >= 0 ? end : Text.Length;

    internal int Column(int at) => at - LineStart(at);

    private int Dash(PlacedNode item) => Text.LastIndexOf('-', item.Start - 1);

    /// <summary>By id, or by its number from 0.</summary>
    private static PlacedNode? Item(PlacedList list, string step) =>
        list.Items.FirstOrDefault(i =>
            i is PlacedMap map
            && map.Entries.Any(e =>
                Same(e.Key.Text, "id") && e.Value is PlacedScalar id && Same(id.Text, step)
            )
        )
        ?? (
            int.TryParse(step, out var place) && place < list.Items.Count ? list.Items[place] : null
        );

    private bool Says(PlacedNode node, string yaml) =>
        Same(Plain(TextOf(node)), Plain(yaml))
        || (node is PlacedScalar scalar && Same(YamlValue.Text(scalar.Text), yaml));

    /// <summary>Without what does not tell: spaces, and the marks between groups of digits.</summary>
    private static string Plain(string yaml) =>
        yaml.Length > 0 && yaml[0] is '"' or '\''
            ? yaml
            : yaml.Replace(" ", "", StringComparison.Ordinal)
                .Replace("_", "", StringComparison.Ordinal);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
