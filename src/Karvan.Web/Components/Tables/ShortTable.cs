using Karvan.Platform.Searching;
using Karvan.Platform.Values;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Components.Tables;

/// <summary>
/// Filters, orders and cuts rows that are all at hand, by what stands in their cells: for lists of some hundred rows. A longer
/// table asks its database.
/// </summary>
internal static class ShortTable
{
    public static RowsAtHand<TRow> Pick<TRow>(
        IEnumerable<TRow> rows,
        IReadOnlyList<Column<TRow>> columns,
        TableAsk ask,
        PageTexts words
    )
    {
        var found = rows;
        foreach (var column in columns.Where(c => ask.Filter(c.Key) is not null))
        {
            var asked = ask.Filter(column.Key)!;
            if (column.Filter is ColumnFilter.Choice)
            {
                var choice = column.Choices.FirstOrDefault(c => c.Value == asked)?.Text.Bare;
                found = found.Where(r => column.Cell(r).InFile(words).Text == choice);
            }
            else
            {
                var wanted = PersianText.Words(asked);
                found = found.Where(r =>
                {
                    var key = PersianText.SearchKey(column.Cell(r).InFile(words).Text);
                    return wanted.All(w => key.Contains(w, StringComparison.Ordinal));
                });
            }
        }
        var by = columns.FirstOrDefault(c => c.Key == ask.Sort) ?? columns[0];
        var keyed = found.Select(r => (Row: r, Key: SortKey(by.Cell(r), words)));
        var ordered = ask.Descending
            ? keyed
                .OrderByDescending(k => k.Key.Number)
                .ThenByDescending(k => k.Key.Text, StringComparer.Ordinal)
            : keyed.OrderBy(k => k.Key.Number).ThenBy(k => k.Key.Text, StringComparer.Ordinal);
        return new RowsAtHand<TRow>([.. ordered.Select(k => k.Row)]);
    }

    private static (decimal? Number, string Text) SortKey(Cell cell, PageTexts words) =>
        cell switch
        {
            Cell.Counted counted => (counted.Value, ""),
            Cell.Dated dated => (dated.Value?.DayNumber, ""),
            _ => (null, PersianText.SortKey(cell.InFile(words).Text)),
        };
}
