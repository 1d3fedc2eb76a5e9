using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Karvan.Web.Customs.Pages.Customs;

/// <summary>A file that is sent piece by piece as it comes out of the database.</summary>
/// <param name="pieces">Its bytes, in order.</param>
internal sealed class PiecesFile(string name, string type, IAsyncEnumerable<byte[]> pieces)
    : IActionResult
{
    /// <summary>Where it is known beforehand.</summary>
    public long? Length { get; init; }

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.ContentType = type;
        http.Response.ContentLength = Length;
        await foreach (var piece in pieces.WithCancellation(http.RequestAborted))
        {
            await http.Response.Body.WriteAsync(piece, http.RequestAborted);
        }
    }
}
