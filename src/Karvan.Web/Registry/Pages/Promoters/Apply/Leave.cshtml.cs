using System.ComponentModel.DataAnnotations;
using Karvan.Platform.Fields;
using Karvan.Platform.People;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Promoters;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Promoters.Apply;

/// <summary>Pausing in the databank, returning to it, or leaving: one's own to decide.</summary>
[Asks(nameof(RegistryActs.ApplyAsPromoter))]
public sealed class ApplyLeaveModel(PromoterFile file, ChangeStanding change, PageTexts words)
    : KarvanPage
{
    public Promoter Own { get; private set; } = null!;

    [BindProperty, Required]
    public string? Standing { get; set; }

    [BindProperty, KeptIn<Promoter>(nameof(Karvan.Registry.Promoters.Promoter.Remark))]
    public string? Reason { get; set; }

    public IReadOnlyList<FieldChoice> Choices =>
        [
            .. StandingChoices
                .For(Own.State, byThemselves: true)
                .Where(c => c is not StandingChange.Return || !Own.HeldByOrganization)
                .Select(c => new FieldChoice(c.ToString(), words[$"promoter-leave.{c}"])),
        ];

    public async Task<IActionResult> OnGetAsync() =>
        await Load() ? Page() : Redirect(Links.Promoters.Apply.Index);

    public async Task<IActionResult> OnPostAsync(int version)
    {
        if (!await Load())
        {
            return Redirect(Links.Promoters.Apply.Index);
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var refused = EnumNames.TryParse<StandingChange>(Standing, out var standing)
            ? (
                await change.Run(Own.Id, version, standing, Reason, HttpContext.RequestAborted)
            ).Refused
            : PromoterRefusal.StandingWrong;
        if (refused is null)
        {
            return Redirect(Links.Promoters.Apply.Index);
        }
        ModelState.AddModelError(
            refused is PromoterRefusal.NoReason ? nameof(Reason) : nameof(Standing),
            $"promoter.refused.{refused}"
        );
        return Page();
    }

    private async Task<bool> Load()
    {
        var own = await file.OwnOf(Person, HttpContext.RequestAborted);
        Own = own!;
        return own is { IsClosed: false };
    }
}
