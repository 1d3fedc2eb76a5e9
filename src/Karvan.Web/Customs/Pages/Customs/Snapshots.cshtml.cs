using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Records;
using Karvan.Customs.Trade;
using Karvan.Platform.Authorization;
using Karvan.Platform.Fields;
using Karvan.Platform.Persistence;
using Karvan.Platform.Searching;
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
    : ListPage<CustomsSnapshot>(words)
{
    private static readonly Status Stands = new("customs.snapshots.stands", StatusKind.Good);
    private static readonly Status Flagged = new("customs.snapshots.flagged", StatusKind.Bad);

    [BindProperty]
    public string? Reach { get; set; }

    [BindProperty, KeptIn<CustomsSnapshot>(Optional = true)]
    public string? Purpose { get; set; }

    public IReadOnlyList<FieldChoice> Reaches => ImportReaches.Of(Actor, W);

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

    protected override ValueTask<ListTable<CustomsSnapshot>> Describe() =>
        new(
            new ListTable<CustomsSnapshot>("customs.snapshots.list", "snapshots", "-at", Columns())
            {
                PageSize = 50,
                EmptyKey = "customs.snapshots.none",
            }
        );

    protected override ValueTask<FoundRows<CustomsSnapshot>> Rows(
        ListTable<CustomsSnapshot> list,
        TableAsk ask
    ) =>
        new(
            new QueriedRows<CustomsSnapshot>(
                db.CustomsSnapshots.AsNoTracking()
                    .Include(s => s.Items)
                    .OrderByDescending(s => s.Id)
            )
        );

    private Column<CustomsSnapshot>[] Columns() =>
        [
            new(
                "at",
                "customs.snapshots.at",
                s => Cell.Said(W.Moment(new DateTimeOffset(s.TakenAt, TimeSpan.Zero)))
            ),
            new("purpose", "customs.snapshots.purpose", s => Cell.Text(s.Purpose)),
            new("reach", "customs.reach", s => Cell.Said(ImportStatus.Reach(s.Province, W))),
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
}
