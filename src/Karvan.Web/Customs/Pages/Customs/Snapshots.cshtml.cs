using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Records;
using Karvan.Customs.Trade;
using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Texts;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Web.Customs.Pages.Customs;

/// <summary>What was pinned, and whether something of it was withdrawn since; pins what stands now.</summary>
[Asks(nameof(CustomsActs.ReadCustoms))]
public sealed class SnapshotListModel(KarvanContext db, TakeSnapshot take, PageTexts words)
    : KarvanPage
{
    private static readonly Status Stands = new("customs.snapshots.stands", StatusKind.Good);
    private static readonly Status Flagged = new("customs.snapshots.flagged", StatusKind.Bad);

    [BindProperty]
    public string? Reach { get; set; }

    [BindProperty]
    public string? Purpose { get; set; }

    public TableView Table { get; private set; } = null!;

    public IReadOnlyList<FieldChoice> Reaches => ImportReaches.Of(Actor, words);

    public async Task<IActionResult> OnGetAsync() => await Show();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Reaches.All(r => r.Value != Reach))
        {
            ModelState.AddModelError(nameof(Reach), "customs.reach-missing");
        }
        if (string.IsNullOrWhiteSpace(Purpose))
        {
            ModelState.AddModelError(
                nameof(Purpose),
                $"customs.snapshots.refused.{SnapshotRefusal.NoPurpose}"
            );
        }
        if (!ModelState.IsValid)
        {
            return await Show();
        }
        var taken = await take.Run(
            Reach == ImportReaches.Country ? null : Reach,
            Purpose,
            HttpContext.RequestAborted
        );
        if (taken.Done)
        {
            return Redirect(Links.Customs.Snapshots);
        }
        ModelState.AddModelError(nameof(Purpose), $"customs.snapshots.refused.{taken.Refused}");
        return await Show();
    }

    private async Task<IActionResult> Show()
    {
        Column<CustomsSnapshot>[] columns =
        [
            new(
                "at",
                "customs.snapshots.at",
                s => Cell.Said(words.Moment(new DateTimeOffset(s.TakenAt, TimeSpan.Zero)))
            ),
            new("purpose", "customs.snapshots.purpose", s => Cell.Text(s.Purpose)),
            new("reach", "customs.reach", s => Cell.Said(ImportStatus.Reach(s.Province, words))),
            new(
                "imports",
                "customs.snapshots.imports",
                s => Cell.Number(s.Items.Count(i => i.ImportId is not null))
            )
            {
                Numeric = true,
            },
            new(
                "adjustments",
                "customs.snapshots.adjustments",
                s => Cell.Number(s.Items.Count(i => i.AdjustmentId is not null))
            )
            {
                Numeric = true,
            },
            new(
                "state",
                "enterprise.state",
                s => Cell.Status(s.FlaggedAt is null ? Stands : Flagged)
            ),
            new("hash", "audit.hash", s => Cell.Code(s.Hash)),
        ];
        var ask = TableAsk.Of(Request, columns, "-at");
        var found = await db
            .CustomsSnapshots.AsNoTracking()
            .Include(s => s.Items)
            .OrderByDescending(s => s.Id)
            .ToListAsync(HttpContext.RequestAborted);
        if (ask.Download is { } format)
        {
            return new TableFile<CustomsSnapshot>(
                format,
                "snapshots",
                columns,
                found.ToAsyncEnumerable()
            );
        }
        Table = TableView.Of(
            "",
            "customs.snapshots.list",
            ask,
            columns,
            found.Skip(ask.Skip).Take(ask.PageSize),
            found.Count
        ) with
        {
            EmptyKey = "customs.snapshots.none",
        };
        return Page();
    }
}
