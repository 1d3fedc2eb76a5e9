using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Enterprises;

/// <summary>One firm is taken over by another, or that is taken back.</summary>
[Asks(nameof(RegistryActs.SucceedEnterprise))]
public sealed class EnterpriseSuccessionModel(
    EnterpriseCard card,
    EnterpriseSearch search,
    SucceedEnterprise succeed,
    UndoSuccession undo,
    EnterpriseNeighbours neighbours,
    PageTexts words
) : EnterprisePage(card)
{
    public Neighbours Around { get; private set; } = null!;

    public FirmPick Pick { get; private set; } = new(null, [], 0);

    public IReadOnlyList<FieldChoice> Choices { get; private set; } = [];

    [BindProperty]
    public string? Successor { get; set; }

    [BindProperty]
    public string? Day { get; set; }

    [BindProperty, Field("succession.reason", Longest = Lengths.Text, Rows = 2)]
    public string? Reason { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <param name="successor">Named by the page of a likely twin.</param>
    /// <param name="asked">Words to look for.</param>
    public async Task<IActionResult> OnGetAsync(
        Guid id,
        Guid? successor,
        [FromQuery(Name = "words")] string? asked
    )
    {
        Version = Firm.Version;
        Successor = successor?.ToString();
        await Look(asked);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromQuery(Name = "words")] string? asked)
    {
        if (!Guid.TryParse(Successor, out var successor))
        {
            ModelState.AddModelError(nameof(Successor), "field.required");
        }
        if (!SolarDate.TryParse(Day, out var day))
        {
            ModelState.AddModelError(nameof(Day), "field.date");
        }
        if (ModelState.IsValid)
        {
            var done = await succeed.Run(id, Version, successor, day, HttpContext.RequestAborted);
            if (done.Done)
            {
                return Redirect(Links.Enterprises.Details(id));
            }
            ModelState.AddModelError(
                done.Refused is SuccessionRefusal.DayInFuture or SuccessionRefusal.SuccessorGone
                    ? nameof(Day)
                    : nameof(Successor),
                $"succession.refused.{done.Refused}"
            );
        }
        await Look(asked);
        return Page();
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid id)
    {
        if (!IsRight(nameof(Reason)))
        {
            return Page();
        }
        var done = await undo.Run(id, Version, Reason, HttpContext.RequestAborted);
        if (done.Done)
        {
            return Redirect(Links.Enterprises.Details(id));
        }
        ModelState.AddModelError(nameof(Reason), $"succession.refused.{done.Refused}");
        return Page();
    }

    protected override async Task<IActionResult?> Open()
    {
        Around = await neighbours.Of(Firm, expert: false, Cancellation);
        return null;
    }

    /// <summary>Firms that were looked for, and the one that is chosen already.</summary>
    private async Task Look(string? asked)
    {
        Pick = await FirmPick.Of(search, asked, words, HttpContext.RequestAborted);
        var chosen =
            Guid.TryParse(Successor, out var successor)
            && Pick.Found.All(a => a.Value != Successor)
            && await search.One(successor, HttpContext.RequestAborted) is { } row
                ? FirmPick.Row(row, words)
                : null;
        Choices =
        [
            .. new[] { chosen }.OfType<FieldChoice>(),
            .. Pick.Found.Where(a => a.Value != Firm.Id.ToString()),
        ];
    }
}
