using Karvan.Consortia;
using Karvan.Platform.Values;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Consortia.Pages.Consortia;

/// <summary>Ends a consortium, and all memberships with it.</summary>
[Asks(nameof(ConsortiaActs.RecordConsortium))]
public sealed class ConsortiumDissolveModel(DissolveConsortium dissolve, ConsortiumSearch search)
    : ConsortiumPage(search)
{
    [BindProperty]
    public string? Last { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public void OnGet()
    {
        Version = Consortium.Version;
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!SolarDate.TryParse(Last, out var last))
        {
            ModelState.AddModelError(nameof(Last), "field.date");
            return Page();
        }
        var done = await dissolve.Run(id, Version, last, HttpContext.RequestAborted);
        if (done.Done)
        {
            return Redirect(Links.Consortia.Details(id));
        }
        ModelState.AddModelError(nameof(Last), $"consortium.refused.{done.Refused}");
        return Page();
    }
}
