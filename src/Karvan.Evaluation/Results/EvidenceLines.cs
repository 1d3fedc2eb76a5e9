using System.Globalization;
using System.Text;
using Karvan.Evaluation.Dossiers;
using Karvan.Evaluation.Reviews;
using Karvan.Evidence.Items;
using Karvan.Platform.Persistence;
using Karvan.Rules.Rulebooks;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Results;

/// <summary>Writes <c>evidence.csv</c>: every item of the submitted dossiers with what was decided about it.</summary>
internal sealed class EvidenceLines(KarvanContext db)
{
    private const string Header = "exporter_id,criterion,item,country,quantity,level,status\n";

    /// <param name="filed">The submitted, by the number of the exporter.</param>
    /// <returns>Its text, and how many items have no decision yet.</returns>
    public async Task<(string Text, int Undecided)> Of(
        IQueryable<Dossier> submitted,
        SortedDictionary<string, Dossier> filed,
        Rulebook book,
        CancellationToken cancellation
    )
    {
        var items = (
            await db
                .EvidenceItems.IgnoreQueryFilters([QueryFilters.Seen])
                .AsNoTracking()
                .Where(i => submitted.Any(d => d.Id == i.OwnerId) && i.RemovedAt == null)
                .OrderBy(i => i.AddedAt)
                .ThenBy(i => i.Id)
                .ToListAsync(cancellation)
        ).ToLookup(i => i.OwnerId);
        var verdicts = await db
            .ItemVerdicts.IgnoreQueryFilters([QueryFilters.Seen])
            .AsNoTracking()
            .Where(v => submitted.Any(d => d.Id == v.DossierId))
            .ToDictionaryAsync(v => v.ItemId, cancellation);
        var (text, undecided) = (new StringBuilder(Header), 0);
        foreach (var (number, dossier) in filed)
        {
            foreach (var item in items[dossier.Id])
            {
                var verdict = verdicts.GetValueOrDefault(item.Id);
                undecided += verdict is null && item.ProofId is null ? 1 : 0;
                Row(text, number, book.Criterion(item.Criterion), item, verdict);
            }
        }
        return (text.ToString(), undecided);
    }

    private static void Row(
        StringBuilder text,
        string number,
        Criterion criterion,
        EvidenceItem item,
        ItemVerdict? verdict
    )
    {
        var takesNumber = criterion.Rule is GradedRule or JudgedRule;
        var hundredths = verdict is { Decision: ReviewDecision.Accepted }
            ? verdict.Hundredths
            : item.Hundredths;
        InputLines.Add(
            text,
            number,
            item.Criterion,
            ItemName.Of(criterion.Acceptance!, item),
            item.Country,
            takesNumber
                ? ((hundredths ?? 0) / 100m).ToString("0.##", CultureInfo.InvariantCulture)
                : null,
            criterion.Rule is GradedRule ? verdict?.Level ?? item.Level : null,
            verdict is { Decision: ReviewDecision.Rejected } ? "rejected"
                : verdict is not null || item.ProofId is not null ? "accepted"
                : "pending"
        );
    }
}
