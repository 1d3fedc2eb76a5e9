using Karvan.Platform.Authorization;
using Karvan.Platform.Files;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Platform.Pages.Files;

/// <summary>The bytes that the viewer shows.</summary>
[Asks(nameof(PlatformActs.ReadPublic))]
public sealed class FileInlineModel(ReadFile read) : FilePage(read)
{
    public Task<IActionResult> OnGetAsync(Guid id) => Answer(id, inline: true);
}
