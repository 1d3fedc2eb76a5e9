using Karvan.Evidence.Items;
using Karvan.Rules.Rulebooks;

namespace Karvan.Evaluation.Dossiers;

/// <summary>What items of a dossier lack, by item; those that lack nothing are left out.</summary>
public static class DossierGaps
{
    public static IReadOnlyList<(EvidenceItem Item, IReadOnlyList<GapFound> Gaps)> Of(
        Rulebook book,
        IEnumerable<EvidenceItem> items
    ) =>
        [
            .. items
                .Select(i => (Item: i, Gaps: EvidenceGaps.Of(book.Criterion(i.Criterion), i)))
                .Where(i => i.Gaps.Count > 0),
        ];
}
