using System.Text;
using Karvan.Platform.Files;
using Karvan.Platform.Values;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Karvan.Web.Platform.Files;

/// <summary>
/// Reads a form with files as it comes. Fields stand before files, so that they are known when a file is refused and the
/// rest is not read any more.
/// </summary>
internal static class FormReading
{
    private const int MostParts = 1000;
    private const int MostFiles = 10;
    private const int LongestBoundary = 100;

    /// <summary>Of all fields together, in bytes.</summary>
    private const int MostText = 1024 * 1024;

    /// <returns>Null for what is no form: too many parts, too long fields, a broken boundary.</returns>
    public static async Task<FormCollection?> Read(
        HttpContext http,
        string boundary,
        FileTaking take
    )
    {
        if (boundary.Length is 0 or > LongestBoundary)
        {
            return null;
        }
        var reader = new MultipartReader(boundary, http.Request.Body);
        var fields = new KeyValueAccumulator();
        var files = new FormFileCollection();
        var (parts, text) = (0, 0);
        try
        {
            while (await reader.ReadNextSectionAsync(http.RequestAborted) is { } section)
            {
                if (
                    ++parts > MostParts
                    || !ContentDispositionHeaderValue.TryParse(
                        section.ContentDisposition,
                        out var disposition
                    )
                    || Name(disposition.Name) is not { Length: > 0 } name
                )
                {
                    return null;
                }
                if (IsFile(disposition))
                {
                    if (await Take(http, section, disposition, name, take) is not { } file)
                    {
                        continue;
                    }
                    files.Add(file);
                    if (
                        file.Outcome.Refused is FileRefusal.TooLarge or FileRefusal.BrokenOff
                        || files.Count > MostFiles
                    )
                    {
                        break;
                    }
                    continue;
                }
                var value = await ReadField(section.Body, MostText - text, http.RequestAborted);
                if (value is null)
                {
                    return null;
                }
                text += value.Length;
                fields.Append(name, value);
            }
        }
        catch (InvalidDataException)
        {
            return null;
        }
        catch (IOException) when (files.Count == 0)
        {
            return null;
        }
        return files.Count > MostFiles
            ? null
            : new FormCollection(
                fields.HasValues
                    ? fields.GetResults()
                    : new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase),
                files
            );
    }

    /// <returns>Null where the field was left empty.</returns>
    private static async Task<TakenFile?> Take(
        HttpContext http,
        MultipartSection section,
        ContentDispositionHeaderValue disposition,
        string field,
        FileTaking take
    )
    {
        var name = Name(disposition.FileNameStar) ?? Name(disposition.FileName) ?? "";
        var outcome = await take(section.Body, name, http.RequestAborted);
        if (outcome.Done)
        {
            http.Response.RegisterForDisposeAsync(outcome.Value);
        }
        else if (outcome.Refused is FileRefusal.Empty && name.Length == 0)
        {
            return null;
        }
        // A file without a name was sent all the same: the field is not empty.
        return new TakenFile(field, name.Length == 0 ? field : name, outcome);
    }

    private static bool IsFile(ContentDispositionHeaderValue disposition) =>
        disposition.FileName.HasValue || disposition.FileNameStar.HasValue;

    private static string? Name(StringSegment text) =>
        text.HasValue ? HeaderUtilities.RemoveQuotes(text).ToString() : null;

    /// <returns>Null for a field longer than <paramref name="most"/> bytes.</returns>
    private static async Task<string?> ReadField(
        Stream body,
        int most,
        CancellationToken cancellation
    )
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[4096];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellation)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > most)
            {
                return null;
            }
        }
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}

/// <summary>Takes one file of a form.</summary>
internal delegate Task<Outcome<ReceivedFile, FileRefusal>> FileTaking(
    Stream body,
    string name,
    CancellationToken cancellation
);
