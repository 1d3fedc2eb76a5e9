using System.ComponentModel.DataAnnotations;
using Karvan.Registry.Authorization;
using Karvan.Registry.Duplicates;
using Karvan.Registry.Firms;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Enterprises;

/// <summary>Two likely twins side by side: they are told apart here, or one of them is merged into the other.</summary>
[Asks(nameof(RegistryActs.SucceedEnterprise))]
public sealed class EnterpriseDuplicateModel(DuplicateSearch search, TellDuplicatesApart tellApart)
    : KarvanPage
{
    public DuplicatePair Pair { get; private set; } = null!;

    [BindProperty, StringLength(1000)]
    public string? Remark { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id) => await DenyUnlessAllowed(id) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, int version)
    {
        if (await DenyUnlessAllowed(id) is { } refusal)
        {
            return refusal;
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var refused = await tellApart.Run(id, version, Remark, HttpContext.RequestAborted);
        if (refused is { } reason)
        {
            ModelState.AddModelError(nameof(Remark), $"twins.refused.{reason}");
            return Page();
        }
        return Redirect("/enterprises/duplicates");
    }

    private async Task<IActionResult?> DenyUnlessAllowed(Guid id)
    {
        var found = await search.One(id, HttpContext.RequestAborted);
        if (found is null)
        {
            return NotFound();
        }
        Pair = found;
        return
            May(RegistryActs.SucceedEnterprise, found.First.Subject)
            && May(RegistryActs.SucceedEnterprise, found.Second.Subject)
            ? null
            : Forbid();
    }
}
