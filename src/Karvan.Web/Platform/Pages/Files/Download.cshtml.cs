using Karvan.Platform.Authorization;
using Karvan.Platform.Files;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Platform.Pages.Files;

/// <summary>A file to be saved. Whoever may not see it learns nothing of it.</summary>
[Asks(nameof(PlatformActs.ReadPublic))]
public sealed class FileDownloadModel(ReadFile read) : FilePage(read)
{
    public Task<IActionResult> OnGetAsync(Guid id) => Answer(id, inline: false);
}
