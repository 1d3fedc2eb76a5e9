using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Platform.Fields;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Customs.Pages.Customs;

/// <summary>Takes an import out of force, with the reason.</summary>
[Asks(nameof(CustomsActs.ImportCustoms))]
public sealed class ImportWithdrawModel(ImportSearch search, WithdrawImport withdraw)
    : ImportPage(search)
{
    [BindProperty, KeptIn<CustomsImport>(nameof(CustomsImport.EndReason))]
    public string? Reason { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public IActionResult OnGet(Guid id)
    {
        Version = Import.Version;
        return Import.InForce ? Page() : Redirect(Links.Customs.Details(id));
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!IsRight(nameof(Reason)))
        {
            return Page();
        }
        var withdrawn = await withdraw.Run(id, Version, Reason, HttpContext.RequestAborted);
        if (withdrawn.Done)
        {
            return Redirect(Links.Customs.Details(id));
        }
        if (withdrawn.Refused is ImportRefusal.NoReason)
        {
            ModelState.AddModelError(nameof(Reason), "customs.refused.NoReason");
        }
        else
        {
            Say(withdrawn.Refused!.Value);
        }
        return Page();
    }
}
