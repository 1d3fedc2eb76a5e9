using Karvan.Core.Accounts;
using Karvan.Core.Consortia;
using Karvan.Core.Reference;
using Karvan.Core.Registry;
using Karvan.Web.Access;
using Karvan.Web.Words;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Pages.Consortia;

/// <summary>Changes what is on record of a consortium. Over a newer version both are shown, and nothing typed is lost.</summary>
[Asks(Act.RecordConsortium)]
public sealed class EditModel(
    EditConsortium edit,
    ConsortiumSearch search,
    EnterpriseSearch firms,
    ReferenceShelf shelf,
    PageWords words
) : FormPage(search, shelf, words)
{
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await Refuse(id, Act.RecordConsortium) is { } refusal)
        {
            return refusal;
        }
        await LoadGroups();
        (Form, Version) = (await Saved(), Consortium.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (await Refuse(id, Act.RecordConsortium) is { } refusal)
        {
            return refusal;
        }
        await LoadGroups();
        var profile = await Form.Read(firms, ModelState, HttpContext.RequestAborted);
        if (profile is null)
        {
            return Page();
        }
        // Nobody moves a consortium to where they could not record it.
        if (!May(Act.RecordConsortium, Core.Consortia.Consortium.SubjectIn(profile.Province, id)))
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
                return Redirect($"/consortia/{id}");
            case ConsortiumRefusal.Stale:
                await Refuse(id, Act.RecordConsortium);
                Newer = await Saved();
                // Sent again, the form is over the version that is shown beside it.
                Version = Consortium.Version;
                ModelState.Remove(nameof(Version));
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Page();
            default:
                ModelState.AddModelError(
                    ConsortiumForm.FieldOf(done.Refused.Value),
                    $"consortium.refused.{done.Refused}"
                );
                return Page();
        }
    }

    private async Task<ConsortiumForm> Saved()
    {
        var own = Consortium.EnterpriseId is { } firm
            ? await firms.One(firm, HttpContext.RequestAborted)
            : null;
        return ConsortiumForm.Of(Consortium, own?.Number);
    }
}
