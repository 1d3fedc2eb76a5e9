using Karvan.Platform.Files;
using Karvan.Web.Components.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Karvan.Web.Platform.Files;

/// <summary>
/// A file, sent piece by piece as it lies in the database. Whoever asks was allowed to, and the reading is noted; nothing
/// in it may run.
/// </summary>
/// <param name="inline">To be looked at in the viewer rather than saved.</param>
internal sealed class FileAnswer(Attachment file, ReadFile read, bool inline) : IActionResult
{
    /// <summary>
    /// Handed over and looked at alike: nothing is loaded, run or sent, and the document has no origin. Chromium shows a
    /// PDF under this policy, and refuses to in a frame that has the attribute <c>sandbox</c>.
    /// </summary>
    private const string Sealed = "default-src 'none'; frame-ancestors 'self'; sandbox";

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        var headers = http.Response.Headers;
        headers.ETag = $"\"{file.Hash}\"";
        // Not kept on machines that others use; asked for again, it is asked about again.
        headers.CacheControl = "private, no-store";
        http.Items[PageHeaders.OwnPolicy] = Sealed;
        if (
            http.Request.Headers.IfNoneMatch.Contains(
                headers.ETag.ToString(),
                StringComparer.Ordinal
            )
        )
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var disposition = new ContentDispositionHeaderValue(inline ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        headers.ContentDisposition = disposition.ToString();
        http.Response.ContentType = file.Content.Type.MediaType();
        http.Response.ContentLength = file.Content.Length;
        if (HttpMethods.IsHead(http.Request.Method))
        {
            return;
        }
        await foreach (var piece in read.Content(file.Hash, http.RequestAborted))
        {
            await http.Response.Body.WriteAsync(piece, http.RequestAborted);
        }
    }
}
