using Karvan.Platform.Conversations;
using Karvan.Platform.Fields;
using Karvan.Platform.People;
using Karvan.Registry.Authorization;
using Karvan.Registry.Promoters;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Records;
using Karvan.Web.Platform.Events;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Promoters.Apply;

/// <summary>All answers once more, what is missing, and the sending.</summary>
[Asks(nameof(RegistryActs.ApplyAsPromoter))]
public sealed class ApplyCheckModel(
    PromoterFile file,
    SubmitApplication submit,
    Questions questions
) : KarvanPage
{
    /// <summary>What was asked about it, and answered.</summary>
    public Conversation Asked { get; private set; } = new([]);

    [BindProperty, KeptIn<Question>]
    public string? Answer { get; set; }

    public Promoter Own { get; private set; } = null!;

    public IReadOnlyList<(ApplicationPart Part, ApplicationGap Gap)> Gaps =>
        ApplicationGaps.Of(Own);

    public bool MaySend =>
        Gaps.Count == 0 && Own.State is (PromoterState.Draft or PromoterState.Asked);

    public async Task<IActionResult> OnGetAsync() =>
        await Load() ? Page() : Redirect(Links.Promoters.Apply.Index);

    public async Task<IActionResult> OnPostAsync(int version)
    {
        if (!ModelState.IsValid)
        {
            return await Load() ? Page() : Redirect(Links.Promoters.Apply.Index);
        }
        var sent = await submit.Run(Person, version, Answer, HttpContext.RequestAborted);
        if (sent.Done || !await Load())
        {
            return Redirect(Links.Promoters.Apply.Index);
        }
        ModelState.Clear();
        ModelState.AddModelError("", $"promoter.refused.{sent.Refused}");
        return Page();
    }

    private async Task<bool> Load()
    {
        var own = await file.OwnOf(Person, HttpContext.RequestAborted);
        Own = own!;
        if (own is not null)
        {
            Asked = ConversationTexts.Of(
                await questions.Of(own.Subject, HttpContext.RequestAborted)
            );
        }
        return own is { IsClosed: false };
    }
}
