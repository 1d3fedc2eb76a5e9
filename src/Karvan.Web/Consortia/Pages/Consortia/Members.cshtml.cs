using Karvan.Consortia;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Texts;
using Karvan.Web.Registry.Pages.Enterprises;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Consortia.Pages.Consortia;

/// <summary>A firm that is looked up becomes a member from a day on.</summary>
[Asks(nameof(ConsortiaActs.RecordConsortium))]
public sealed class ConsortiumMembersModel(
    AddMember add,
    ConsortiumSearch search,
    EnterpriseSearch firms,
    PageTexts words
) : ConsortiumPage(search)
{
    public FirmPick Pick { get; private set; } = new(null, [], 0);

    [BindProperty]
    public string? Firm { get; set; }

    [BindProperty]
    public string? From { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery(Name = "words")] string? asked)
    {
        Pick = await FirmPick.Of(firms, asked, words, HttpContext.RequestAborted);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromQuery(Name = "words")] string? asked)
    {
        if (!Guid.TryParse(Firm, out var firm))
        {
            ModelState.AddModelError(nameof(Firm), "field.required");
        }
        if (!SolarDate.TryParse(From, out var from))
        {
            ModelState.AddModelError(nameof(From), "field.date");
        }
        if (ModelState.IsValid)
        {
            var done = await add.Run(id, firm, from, HttpContext.RequestAborted);
            if (done.Done)
            {
                return Redirect(Links.Consortia.Details(id));
            }
            ModelState.AddModelError(
                done.Refused is ConsortiumRefusal.DayInFuture ? nameof(From) : nameof(Firm),
                $"consortium.refused.{done.Refused}"
            );
        }
        Pick = await FirmPick.Of(firms, asked, words, HttpContext.RequestAborted);
        return Page();
    }
}
