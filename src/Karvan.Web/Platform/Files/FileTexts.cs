using Karvan.Platform.Files;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Platform.Files;

/// <summary>Files as pages show them, and refusals of files as errors of a field.</summary>
internal static class FileTexts
{
    /// <summary>Adds the error of a file that was not taken to its field.</summary>
    /// <param name="file">As the page bound it.</param>
    /// <returns>The file, or null when it was refused or left out.</returns>
    public static ReceivedFile? Taken(
        this IFormFile? file,
        ModelStateDictionary errors,
        string field,
        FileLimits limits
    )
    {
        if (file is null)
        {
            return null;
        }
        var outcome = TakenFile.Of(file);
        if (outcome.Refused is { } refusal)
        {
            errors.AddModelError(field, Reason(refusal, limits));
            return null;
        }
        return outcome.Value;
    }

    public static string Reason(FileRefusal refusal, FileLimits limits) =>
        refusal is FileRefusal.TooLarge
            ? $"file.refused.{refusal}|size={decimal.Round(limits.Largest / 1048576m, 1)}"
            : $"file.refused.{refusal}";

    /// <summary>A file in a list; it leads to the viewer where it can be read now.</summary>
    public static FileEntry Entry(Attachment file, PageTexts words) =>
        new(
            file.Name,
            file.Content.Length,
            new DateTimeOffset(file.AddedAt, TimeSpan.Zero),
            file.AddedBy is "system" ? words["activity.karvan"].Bare : file.AddedBy,
            file.Content.Scan switch
            {
                ScanState.Waiting => FileScan.Waiting,
                ScanState.Infected => FileScan.Refused,
                ScanState.Clean => FileScan.Clean,
                _ => FileScan.NotScanned,
            },
            file.Content.IsServed ? Links.Files.View(file.Id) : null
        );
}
