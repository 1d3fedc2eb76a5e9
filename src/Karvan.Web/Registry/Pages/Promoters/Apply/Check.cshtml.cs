using Karvan.Platform.People;
using Karvan.Registry.Authorization;
using Karvan.Registry.Promoters;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Promoters.Apply;

/// <summary>All answers once more, what is missing, and the sending.</summary>
[Asks(nameof(RegistryActs.ApplyAsPromoter))]
public sealed class ApplyCheckModel(PromoterFile file, SubmitApplication submit) : KarvanPage
{
    public Promoter Own { get; private set; } = null!;

    public IReadOnlyList<(ApplicationPart Part, ApplicationGap Gap)> Gaps =>
        ApplicationGaps.Of(Own);

    public bool MaySend =>
        Gaps.Count == 0 && Own.State is (PromoterState.Draft or PromoterState.Asked);

    public async Task<IActionResult> OnGetAsync() =>
        await Load() ? Page() : Redirect(Links.Promoters.Apply.Index);

    public async Task<IActionResult> OnPostAsync(int version)
    {
        var sent = await submit.Run(Person, version, HttpContext.RequestAborted);
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
        return own is { IsClosed: false };
    }
}
