using Karvan.Platform.Audit;
using Karvan.Platform.Conversations;
using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Events;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Enterprises;

/// <summary>Changes what a firm says of itself. Over a newer version both are shown, and nothing typed is lost.</summary>
[Asks(nameof(RegistryActs.EditEnterprise))]
public sealed class EnterpriseEditModel(
    EnterpriseCard card,
    EditEnterprise edit,
    AuditTrail trail,
    Questions questions,
    PageTexts words
) : EnterprisePage(card)
{
    /// <summary>What a change of the profile answers.</summary>
    public Conversation Asked { get; private set; } = new([]);

    [BindProperty]
    public ProfileForm Profile { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public void OnGet()
    {
        (Profile, Version) = (ProfileForm.Of(Firm), Firm.Version);
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!ModelState.IsValid || Profile.Read(ModelState, nameof(Profile)) is not { } profile)
        {
            return Page();
        }
        var done = await edit.Run(id, Version, profile, HttpContext.RequestAborted);
        if (done.Done)
        {
            return Redirect(Links.Enterprises.Details(id));
        }
        if (done.Refused is EnterpriseRefusal.Stale)
        {
            return await Stale(id);
        }
        return Refuse(
            done.Reasons,
            r => $"{nameof(Profile)}.{ProfileForm.FieldOf(r)}",
            r => $"enterprise.refused.{r}"
        );
    }

    protected override async Task<IActionResult?> Open()
    {
        Asked = ConversationTexts.Of(await questions.Of(Firm.Subject, Cancellation));
        return null;
    }

    private async Task<IActionResult> Stale(Guid id)
    {
        await Reload(id);
        var last = (await trail.Of(Firm.Subject, HttpContext.RequestAborted))[0];
        return StaleFields
            .Of(
                this,
                nameof(Profile),
                (last.AuthorName, last.At),
                Firm.Version,
                Profile,
                ProfileForm.Of(Firm),
                words
            )
            .Result(this);
    }
}
