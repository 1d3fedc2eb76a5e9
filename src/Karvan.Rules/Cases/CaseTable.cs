using Karvan.Rules.Grammar;
using Karvan.Rules.Loading;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Text;

namespace Karvan.Rules.Cases;

/// <summary>
/// Writes each row of a table as the full case it stands for, so that both forms mean the same. Cells keep their
/// own places in the file. Keys beside the table hold for every row.
/// </summary>
internal static class CaseTable
{
    /// <returns>The entry itself when it is no table; nothing when the table is refused.</returns>
    public static IEnumerable<Cursor> Rows(Cursor entry, Rulebook book)
    {
        var columns = entry.Maybe("columns");
        var rows = entry.Maybe("rows");
        if (columns is null && rows is null)
        {
            return [entry];
        }
        if (columns is null || rows is null || entry.Maybe("exporters") is not null)
        {
            entry.Refuse(
                "bad-table",
                entry.Maybe("exporters") is not null ? "'exporters' in a table"
                    : rows is null ? "'columns' without 'rows'"
                    : "'rows' without 'columns'",
                "'columns' and 'rows', for one exporter"
            );
            return [];
        }
        var known = CaseColumn.Known(book);
        var heads = new List<CaseColumn>();
        foreach (var column in columns.Value.Items)
        {
            if (!known.TryGetValue(column.Text, out var head))
            {
                column.Refuse(
                    "unknown-column",
                    $"the unknown column '{column.Text}'",
                    CaseColumn.Forms,
                    Suggestion.Nearest(column.Text, known.Keys)
                );
            }
            else if (heads.Contains(head))
            {
                column.Refuse("repeated-column", $"'{column.Text}' a second time", "each once");
            }
            else
            {
                heads.Add(head);
            }
        }
        return heads.Count < columns.Value.Items.Count
            ? []
            : [.. rows.Value.Items.Select((row, i) => Row(entry, heads, row, i)).OfType<Cursor>()];
    }

    private static Cursor? Row(Cursor entry, List<CaseColumn> heads, Cursor row, int index)
    {
        var cells = ((ListNode)row.Node).Items;
        if (cells.Count != heads.Count)
        {
            row.Refuse("wrong-length", row.Node.Describe(), $"{heads.Count} cells, one a column");
            return null;
        }
        var name = entry["name"];
        var full = (MapNode)entry.Node with { At = row.Node.At };
        full = full.With("columns", null).With("rows", null);
        var label = $"row {index + 1}";
        var lists = new List<(string List, string Tag, string Value, MapNode Item)>();
        for (var i = 0; i < heads.Count; i++)
        {
            var (head, cell) = (heads[i], cells[i]);
            if (cell is ScalarNode { IsNull: true })
            {
                continue;
            }
            if (head is { List: "", Map: "", Key: "name" })
            {
                label = cell is ScalarNode text ? text.Text : label;
            }
            else if (head.List.Length > 0)
            {
                Put(lists, head, cell);
            }
            else if (head.Map.Length > 0)
            {
                var map = full.Find(head.Map) as MapNode ?? new MapNode([], cell.At);
                full = full.With(head.Map, map.With(head.Key, cell));
            }
            else
            {
                full = full.With(head.Key, cell);
            }
        }
        foreach (var (list, _, _, item) in lists)
        {
            var items = (full.Find(list) as ListNode)?.Items ?? [];
            full = full.With(list, new ListNode([.. items, item], item.At));
        }
        full = full.With("name", new ScalarNode($"{name.Text}: {label}", true, name.Node.At));
        var before = entry.Problems.All.Count;
        CaseGrammar.Case.Check(full, row.Path, entry.Problems);
        return entry.Problems.All.Count > before
            ? null
            : new Cursor(full, row.Path, entry.Problems);
    }

    /// <summary>Cells of one line (same flow and year) or of one criterion's evidence make one item.</summary>
    private static void Put(
        List<(string List, string Tag, string Value, MapNode Item)> lists,
        CaseColumn head,
        TextNode cell
    )
    {
        var place = lists.FindIndex(l =>
            string.Equals(l.List, head.List, StringComparison.Ordinal)
            && string.Equals(l.Value, head.Value, StringComparison.Ordinal)
        );
        if (place < 0)
        {
            var tag = new MapEntry(head.Tag, cell.At, new ScalarNode(head.Value, true, cell.At));
            place = lists.Count;
            lists.Add((head.List, head.Tag, head.Value, new MapNode([tag], cell.At)));
        }
        lists[place] = lists[place] with { Item = lists[place].Item.With(head.Key, cell) };
    }
}
