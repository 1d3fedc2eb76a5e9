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
            [.. rows.Select(r => (IReadOnlyList<Cell>)[.. columns.Select(c => c.Cell(r))])],
            total
        );
}
