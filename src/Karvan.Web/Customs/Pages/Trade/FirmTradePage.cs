using Karvan.Platform.Authorization;
using Karvan.Registry.Firms;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>A page about one firm's trade, which the asker must be allowed to read.</summary>
public abstract class FirmTradePage(EnterpriseCard card) : KarvanPage
{
    public Enterprise Firm { get; private set; } = null!;

    /// <returns>Null where the page goes on.</returns>
    protected async Task<IActionResult?> DenyUnlessAllowed(Guid id, Act act)
    {
        var found = await card.Find(id, HttpContext.RequestAborted);
        if (found is null)
        {
            return NotFound();
        }
        Firm = found;
        return May(act, found.Subject) ? null : Forbid();
    }
}
