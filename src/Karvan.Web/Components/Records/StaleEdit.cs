using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Karvan.Web.Components.Records;

/// <summary>
/// An edit of something that changed meanwhile: both versions side by side. The reader chooses field by field and sends
/// the same form again, so that what was typed is not lost and what was saved is not overwritten unseen.
/// </summary>
/// <param name="Saved">When the other version was saved, and by whom.</param>
/// <param name="Version">The newer version, which the form sends under <paramref name="VersionName"/>.</param>
/// <param name="Same">Fields sent along unseen, because both versions agree.</param>
public sealed record StaleEdit(
    string SavedBy,
    DateTimeOffset Saved,
    string VersionName,
    string Version,
    IReadOnlyList<StaleField> Different,
    IReadOnlyList<(string Name, string Value)> Same
)
{
    /// <summary>Answers a post with this page and the status of a conflict.</summary>
    public ViewResult Result(PageModel page) =>
        new()
        {
            ViewName = "/Components/StaleEdit.cshtml",
            StatusCode = StatusCodes.Status409Conflict,
            TempData = page.TempData,
            ViewData = new ViewDataDictionary<StaleEdit>(
                page.MetadataProvider,
                new ModelStateDictionary()
            )
            {
                Model = this,
            },
        };
}

/// <param name="Name">The name under which the form sends it.</param>
/// <param name="Yours">What was typed, as it was sent and as it is shown.</param>
/// <param name="Theirs">What is saved now.</param>
public sealed record StaleField(string Name, Said Label, StaleValue Yours, StaleValue Theirs);

public sealed record StaleValue(string Sent, Said Shown);
