using Karvan.Evidence.Items;
using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;
using Karvan.Trade.Fields;

namespace Karvan.Evaluation.Dossiers;

/// <summary>Items of evidence as the engine counts them: what <c>evidence.csv</c> says of them.</summary>
public static class DossierRows
{
    /// <param name="firm">Row in the roster.</param>
    /// <param name="place">Of the criterion in its book.</param>
    public static EvidenceRow Row(
        Rulebook book,
        int firm,
        short place,
        EvidenceItem item,
        EvidenceStatus status,
        int? hundredths,
        string? level
    )
    {
        var criterion = book.Criteria[place];
        var name = ItemName.Of(criterion.Acceptance!, item);
        var levels = criterion.Rule is GradedRule rule ? rule.Levels : [];
        return new EvidenceRow(
            firm,
            place,
            FoldedText.Compared(name),
            name,
            item.Country ?? "",
            criterion.Rule is GradedRule or JudgedRule
                ? (hundredths ?? 0) * (EvidenceRow.One / Points.PerPoint)
                : 0,
            (short)levels.ToList().FindIndex(l => l.Id == level),
            status
        );
    }

    /// <returns>The place of a criterion in its book.</returns>
    public static short PlaceOf(Rulebook book, string criterion)
    {
        for (var place = 0; place < book.Criteria.Count; place++)
        {
            if (string.Equals(book.Criteria[place].Id, criterion, StringComparison.Ordinal))
            {
                return (short)place;
            }
        }
        throw new InvalidOperationException($"The rulebook has no criterion {criterion}.");
    }
}
