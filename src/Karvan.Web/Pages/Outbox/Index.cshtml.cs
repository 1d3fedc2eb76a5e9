using Karvan.Core.Accounts;
using Karvan.Core.Persistence;
using Karvan.Web.Access;
using Karvan.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Web.Pages.Outbox;

/// <summary>Messages that would go out, shown in demo mode to whoever tries it. Their links are keys: elsewhere nobody sees them.</summary>
[Asks(Act.ReadPublic)]
public sealed class IndexModel(KarvanContext db, KarvanSettings settings) : KarvanPage
{
    private const int Most = 50;

    public IReadOnlyList<OutboxMessage> Messages { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!settings.Demo)
        {
            return NotFound();
        }
        Messages = await db
            .Outbox.AsNoTracking()
            .OrderByDescending(m => m.WrittenAt)
            .Take(Most)
            .ToListAsync(HttpContext.RequestAborted);
        return Page();
    }
}
