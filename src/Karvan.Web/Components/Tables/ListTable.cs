using Karvan.Platform.Searching;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Components.Tables;

/// <summary>A table of rows: on the screen a page at a time, as a file all of them.</summary>
/// <param name="CaptionKey">The key of what the table holds.</param>
/// <param name="File">The name of its files, without an ending.</param>
/// <param name="Sort">The order where the address asks for none, with a leading minus from the largest down.</param>
public sealed record ListTable<TRow>(
    string CaptionKey,
    string File,
    string Sort,
    IReadOnlyList<Column<TRow>> Columns
)
{
    /// <summary>Tells tables of one page apart.</summary>
    public string Id { get; init; } = "";

    public int PageSize { get; init; } = 25;

    /// <summary>The key of what to say where there is no row and no filter either.</summary>
    public string EmptyKey { get; init; } = "table.empty";

    public bool Downloads { get; init; } = true;

    /// <summary>What of it all is shown, besides the table's own filters: stands in its heading.</summary>
    public Said? Choice { get; init; }

    public TableAsk Ask(HttpRequest request) =>
        TableAsk.Of(request, Columns, Sort, PageSize, Id, Downloads);

    /// <returns>Null where no file is asked for.</returns>
    public IActionResult? Download(TableAsk ask, FoundRows<TRow> rows) =>
        Downloads && ask.Download is { } format
            ? new TableFile<TRow>(format, File, Columns, rows.All())
            : null;

    public async Task<TableView> View(
        TableAsk ask,
        FoundRows<TRow> rows,
        CancellationToken cancellation
    )
    {
        var (page, total) = await rows.Page(ask.Skip, ask.PageSize, cancellation);
        return View(ask, page, total);
    }

    public TableView View(TableAsk ask, RowsAtHand<TRow> rows) =>
        View(ask, [.. rows.Rows.Skip(ask.Skip).Take(ask.PageSize)], rows.Rows.Count);

    /// <param name="page">The rows of the page that is asked for.</param>
    /// <param name="total">How many there are on all pages.</param>
    public TableView View(TableAsk ask, IReadOnlyList<TRow> page, int total) =>
        TableView.Of(Id, CaptionKey, ask, Columns, page, total) with
        {
            EmptyKey = EmptyKey,
            Downloads = Downloads,
            Choice = Choice,
        };
}
