using Karvan.Platform.Authorization;
using Karvan.Platform.Outbox;
using Karvan.Platform.Persistence;
using Karvan.Web.Authorization;
using Karvan.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Web.Platform.Pages.Outbox;

/// <summary>
/// Messages and whether they went out: in demo mode whole, to whoever tries it; elsewhere without their texts, whose
/// links are keys, to the administrators of the whole country.
/// </summary>
[Asks(nameof(PlatformActs.ReadPublic))]
public sealed class OutboxModel(KarvanContext db, KarvanSettings settings) : KarvanPage
{
    private const int Most = 50;

    public IReadOnlyList<OutboxMessage> Messages { get; private set; } = [];

    public bool WithTexts => settings.Demo;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!settings.Demo && !GrantReach.IsNational(Actor))
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
