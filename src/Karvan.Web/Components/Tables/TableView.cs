using Karvan.Web.Components.Texts;

namespace Karvan.Web.Components.Tables;

/// <summary>One page of a table, ready to be shown.</summary>
/// <param name="CaptionKey">The key of what the table holds.</param>
/// <param name="Total">Rows that pass the filters, on all pages.</param>
public sealed record TableView(
    string Id,
    string CaptionKey,
    TableAsk Ask,
    IReadOnlyList<ColumnHead> Columns,
    IReadOnlyList<IReadOnlyList<Cell>> Rows,
    int Total
)
{
    /// <summary>The key of what to say where there is no row and no filter either.</summary>
    public string EmptyKey { get; init; } = "table.empty";

    public bool Downloads { get; init; } = true;

    /// <summary>What of it all the page shows: stands in the heading beside what the table holds.</summary>
    public Said? Choice { get; init; }

    public Said Heading(PageTexts words) =>
        Choice is null
            ? words[CaptionKey]
            : words["table.of", ("table", words[CaptionKey]), ("choice", Choice)];

    public int Pages => Math.Max(1, (Total + Ask.PageSize - 1) / Ask.PageSize);

    public int FirstRow => Rows.Count == 0 ? 0 : Ask.Skip + 1;

    public int LastRow => Rows.Count == 0 ? 0 : Ask.Skip + Rows.Count;

    public bool Filtered => Ask.Filters.Count > 0;

    public bool CanFilter => Columns.Any(c => c.Filter is not ColumnFilter.None);

    public static TableView Of<TRow>(
        string id,
        string captionKey,
        TableAsk ask,
        IReadOnlyList<Column<TRow>> columns,
        IEnumerable<TRow> rows,
        int total
    ) =>
        new(
            id,
            captionKey,
            ask,
            columns,
            Aligned([.. rows.Select(r => columns.Select(c => c.Cell(r)).ToArray())]),
            total
        );

    /// <summary>Numbers of a column have as many decimals as one of them needs: points stand under points, and no zeros behind them for nothing.</summary>
    private static IReadOnlyList<IReadOnlyList<Cell>> Aligned(IReadOnlyList<Cell[]> rows)
    {
        for (var at = 0; rows.Count > 0 && at < rows[0].Length; at++)
        {
            var needed = rows.Max(r => r[at] is Cell.Counted { Value: not null } c ? c.Needed : 0);
            foreach (var row in rows)
            {
                if (row[at] is Cell.Counted { Decimals: > 0 } counted)
                {
                    row[at] = counted with { Decimals = needed };
                }
            }
        }
        return rows;
    }
}
