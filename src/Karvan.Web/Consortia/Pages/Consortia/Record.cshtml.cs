using Karvan.Consortia;
using Karvan.Registry.Firms;
using Karvan.Registry.Reference;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Consortia.Pages.Consortia;

/// <summary>Puts a registered consortium on record.</summary>
[Asks(nameof(ConsortiaActs.RecordConsortium))]
public sealed class ConsortiumRecordModel(
    RecordConsortium record,
    ConsortiumSearch search,
    EnterpriseSearch firms,
    ReferenceShelf shelf,
    PageTexts words
) : ConsortiumFormPage(search, shelf, words)
{
    public async Task OnGetAsync() => await LoadGroups();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadGroups();
        var profile = await Form.Read(firms, ModelState, HttpContext.RequestAborted);
        if (profile is null)
        {
            return Page();
        }
        if (
            !May(
                ConsortiaActs.RecordConsortium,
                Karvan.Consortia.Consortium.SubjectIn(profile.Province)
            )
        )
        {
            ModelState.AddModelError(
                ConsortiumForm.FieldOf(ConsortiumRefusal.ProvinceUnknown),
                "consortium.other-province"
            );
            return Page();
        }
        var made = await record.Run(profile, HttpContext.RequestAborted);
        return made.Done
            ? Redirect(Links.Consortia.Details(made.Value))
            : Refuse(made.Reasons, ConsortiumForm.FieldOf, r => $"consortium.refused.{r}");
    }
}
