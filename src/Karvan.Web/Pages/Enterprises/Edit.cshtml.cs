using Karvan.Core.Accounts;
using Karvan.Core.Registry;
using Karvan.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Pages.Enterprises;

/// <summary>Changes what a firm says of itself. Over a newer version both are shown, and nothing typed is lost.</summary>
[Asks(Act.EditEnterprise)]
public sealed class EditModel(EnterpriseCard card, EditEnterprise edit) : KarvanPage
{
    public Enterprise Firm { get; private set; } = null!;

    [BindProperty]
    public ProfileForm Profile { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    /// <summary>What is saved now, where somebody else was quicker.</summary>
    public ProfileForm? Newer { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await Refuse(id) is { } refusal)
        {
            return refusal;
        }
        (Profile, Version) = (ProfileForm.Of(Firm), Firm.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (await Refuse(id) is { } refusal)
        {
            return refusal;
        }
        if (!ModelState.IsValid || Profile.Read(ModelState, nameof(Profile)) is not { } profile)
        {
            return Page();
        }
        var done = await edit.Run(id, Version, profile, HttpContext.RequestAborted);
        if (done.Done)
        {
            return Redirect($"/enterprises/{id}");
        }
        if (done.Refused is EnterpriseRefusal.Stale)
        {
            Firm = (await card.Find(id, HttpContext.RequestAborted))!;
            Newer = ProfileForm.Of(Firm);
            // Sent again, the form is over the version that is shown beside it.
            Version = Firm.Version;
            ModelState.Remove(nameof(Version));
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        ModelState.AddModelError(
            $"{nameof(Profile)}.{ProfileForm.FieldOf(done.Refused!.Value)}",
            $"enterprise.refused.{done.Refused}"
        );
        return Page();
    }

    private async Task<IActionResult?> Refuse(Guid id)
    {
        var found = await card.Find(id, HttpContext.RequestAborted);
        if (found is null)
        {
            return NotFound();
        }
        Firm = found;
        return May(Act.EditEnterprise, found.Subject) ? null : Forbid();
    }
}
