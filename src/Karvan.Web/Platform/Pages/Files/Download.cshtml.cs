using Karvan.Core.Accounts;
using Karvan.Core.Files;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Platform.Pages.Files;

/// <summary>A file to be saved. Whoever may not see it learns nothing of it.</summary>
[Asks(Act.ReadPublic)]
public sealed class FileDownloadModel(ReadFile read) : FilePage(read)
{
    public Task<IActionResult> OnGetAsync(Guid id) => Answer(id, inline: false);
}
