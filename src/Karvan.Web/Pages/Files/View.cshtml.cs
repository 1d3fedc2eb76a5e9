using Karvan.Core.Accounts;
using Karvan.Core.Files;
using Karvan.Core.Registry;
using Karvan.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Pages.Files;

/// <summary>A file with what is known of it; PDF and images are shown in it, everything else is handed over.</summary>
[Asks(Act.ReadPublic)]
public sealed class ViewModel(ReadFile read) : FilePage(read)
{
    /// <summary>Where its owner is shown, if that is known.</summary>
    public string? BackHref =>
        Attached.OwnerKind switch
        {
            nameof(EraCertificate) =>
                $"/enterprises/{Attached.EnterpriseId}/era/{Attached.OwnerId}",
            _ => null,
        };

    public async Task<IActionResult> OnGetAsync(Guid id) => await Refuse(id) ?? Page();
}
