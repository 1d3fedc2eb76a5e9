using Karvan.Consortia;
using Karvan.Platform.Audit;
using Karvan.Registry.Firms;
using Karvan.Registry.Reference;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Consortia.Pages.Consortia;

/// <summary>Changes what is on record of a consortium. Over a newer version both are shown, and nothing typed is lost.</summary>
[Asks(nameof(ConsortiaActs.RecordConsortium))]
public sealed class ConsortiumEditModel(
    EditConsortium edit,
    ConsortiumSearch search,
    EnterpriseSearch firms,
    ReferenceShelf shelf,
    AuditTrail trail,
    PageTexts words
) : ConsortiumFormPage(search, shelf, words)
{
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        await LoadGroups();
        (Form, Version) = (await Saved(), Consortium.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        await LoadGroups();
        var profile = await Form.Read(firms, ModelState, HttpContext.RequestAborted);
        if (profile is null)
        {
            return Page();
        }
        // Nobody moves a consortium to where they could not record it.
        if (
            !May(
                ConsortiaActs.RecordConsortium,
                Karvan.Consortia.Consortium.SubjectIn(profile.Province, id)
            )
        )
        {
            ModelState.AddModelError(
                ConsortiumForm.FieldOf(ConsortiumRefusal.ProvinceUnknown),
                "consortium.other-province"
            );
            return Page();
        }
        var done = await edit.Run(id, Version, profile, HttpContext.RequestAborted);
        switch (done.Refused)
        {
            case null:
                return Redirect(Links.Consortia.Details(id));
            case ConsortiumRefusal.Stale:
                return await Stale(id);
            default:
                return Refuse(done.Reasons, ConsortiumForm.FieldOf, r => $"consortium.refused.{r}");
        }
    }

    private async Task<IActionResult> Stale(Guid id)
    {
        await Reload(id);
        var now = await Saved();
        var last = (await trail.Of(Consortium.Subject, HttpContext.RequestAborted))[0];
        return StaleFields
            .Of(
                this,
                ConsortiumForm.Name,
                (last.AuthorName, last.At),
                Consortium.Version,
                Form,
                now,
                Words,
                new Dictionary<string, IReadOnlyList<FieldChoice>>(StringComparer.Ordinal)
                {
                    [nameof(Form.ProductGroups)] = GroupChoices,
                }
            )
            .Result(this);
    }

    private async Task<ConsortiumForm> Saved()
    {
        var own = Consortium.EnterpriseId is { } firm
            ? await firms.One(firm, HttpContext.RequestAborted)
            : null;
        return ConsortiumForm.Of(Consortium, own?.Number);
    }
}
