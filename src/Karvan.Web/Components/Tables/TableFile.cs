using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Karvan.Web.Components.Tables;

/// <summary>A whole table as a file, written row by row as the rows come.</summary>
/// <param name="format">From <see cref="TableAsk.Download"/>.</param>
/// <param name="name">The file's name without its ending.</param>
public sealed class TableFile<TRow>(
    DownloadFormat format,
    string name,
    IReadOnlyList<Column<TRow>> columns,
    IAsyncEnumerable<TRow> rows
) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        var words = http.RequestServices.GetRequiredService<PageTexts>();
        var (type, ending) =
            format is DownloadFormat.Csv
                ? ("text/csv; charset=utf-8", ".csv")
                : ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name + ending);
        http.Response.ContentType = type;
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.Headers.CacheControl = "no-store";

        if (
            format is DownloadFormat.Xlsx
            && http.Features.Get<IHttpBodyControlFeature>() is { } body
        )
        {
            // The archive writes the few bytes between its parts without waiting; rows go out asynchronously.
            body.AllowSynchronousIO = true;
        }
        var titles = columns.Select(c => words[c.TitleKey].Bare).ToList();
        await using ITableWriter writer =
            format is DownloadFormat.Csv
                ? new CsvTable(http.Response.Body)
                : await XlsxTable.OpenAsync(
                    http.Response.Body,
                    words.IsPersian,
                    titles.Count,
                    http.RequestAborted
                );
        await writer.WriteAsync([.. titles.Select(t => (t, (decimal?)null))], http.RequestAborted);
        var line = new (string Text, decimal? Number)[columns.Count];
        await foreach (var row in rows.WithCancellation(http.RequestAborted))
        {
            for (var i = 0; i < columns.Count; i++)
            {
                line[i] = columns[i].Cell(row).InFile(words);
            }
            await writer.WriteAsync(line, http.RequestAborted);
        }
    }
}

/// <summary>Takes a table line by line, its titles first.</summary>
internal interface ITableWriter : IAsyncDisposable
{
    ValueTask WriteAsync(
        IReadOnlyList<(string Text, decimal? Number)> line,
        CancellationToken cancel
    );
}
