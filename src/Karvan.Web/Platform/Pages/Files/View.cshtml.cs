using Karvan.Platform.Authorization;
using Karvan.Platform.Files;
using Karvan.Web.Authorization;
using Karvan.Web.Platform.Events;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Platform.Pages.Files;

/// <summary>A file with what is known of it; PDF and images are shown in it, everything else is handed over.</summary>
[Asks(nameof(PlatformActs.ReadPublic))]
public sealed class FileViewModel(ReadFile read) : FilePage(read)
{
    /// <summary>Where its owner is shown, if that is known.</summary>
    public string? BackHref =>
        SubjectLink.To(Attached.OwnerKind, Attached.OwnerId, Attached.EnterpriseId);

    public async Task<IActionResult> OnGetAsync(Guid id) => await DenyUnlessAllowed(id) ?? Page();
}
