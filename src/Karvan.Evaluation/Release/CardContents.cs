using Karvan.Evaluation.Dossiers;
using Karvan.Evaluation.Results;
using Karvan.Evaluation.Reviews;
using Karvan.Evidence.Items;
using Karvan.Platform.Persistence;
using Karvan.Rules.Rulebooks;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Release;

/// <summary>Puts together what stands on score cards beside the points: decisions, remarks, and how the province lies.</summary>
public sealed class CardContents(KarvanContext db)
{
    /// <summary>Whoever asks must have been allowed to see the result.</summary>
    /// <returns>By row of the result.</returns>
    public async Task<IReadOnlyDictionary<Guid, CardContent>> Of(
        CampaignResult result,
        Rulebook book,
        CancellationToken cancellation = default
    )
    {
        var dossiers = db
            .Dossiers.IgnoreQueryFilters([QueryFilters.Seen])
            .Where(d => d.CampaignId == result.CampaignId);
        var items = (
            await db
                .EvidenceItems.IgnoreQueryFilters([QueryFilters.Seen])
                .AsNoTracking()
                .Where(i => i.RemovedAt == null && dossiers.Any(d => d.Id == i.OwnerId))
                .OrderBy(i => i.AddedAt)
                .ThenBy(i => i.Id)
                .ToListAsync(cancellation)
        ).ToLookup(i => i.OwnerId);
        var verdicts = await db
            .ItemVerdicts.IgnoreQueryFilters([QueryFilters.Seen])
            .AsNoTracking()
            .Where(v => v.CampaignId == result.CampaignId)
            .ToDictionaryAsync(v => v.ItemId, cancellation);
        var remarks = (
            await (
                from review in db.ReviewAssignments.IgnoreQueryFilters([QueryFilters.Seen])
                from remark in review.Remarks
                where review.CampaignId == result.CampaignId && review.DoneAt != null
                orderby remark.Criterion, review.Place
                select new
                {
                    review.DossierId,
                    Remark = new CardRemark(remark.Criterion, remark.Text),
                }
            ).ToListAsync(cancellation)
        ).ToLookup(r => r.DossierId, r => r.Remark);
        var spreads = result
            .Rows.Select(r => (Row: r, Explained: FrozenExplanation.Read(r.Explained)))
            .GroupBy(r => r.Row.Province, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => PointSpreads.Of([.. g]), StringComparer.Ordinal);
        return result.Rows.ToDictionary(
            r => r.Id,
            r => new CardContent(
                [
                    .. items[r.DossierId]
                        .Select(i => Decision(i, book, verdicts.GetValueOrDefault(i.Id))),
                ],
                [.. remarks[r.DossierId]],
                spreads[r.Province]
            )
        );
    }

    private static CardDecision Decision(EvidenceItem item, Rulebook book, ItemVerdict? verdict) =>
        new(
            item.Criterion,
            ItemName.Of(book.Criterion(item.Criterion).Acceptance!, item),
            item.Country,
            verdict?.Decision,
            verdict?.Hundredths / 100m,
            verdict?.Level,
            verdict?.Reason,
            verdict?.Remark
        );
}
