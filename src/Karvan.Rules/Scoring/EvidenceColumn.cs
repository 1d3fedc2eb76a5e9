using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Scoring;

/// <summary>
/// One criterion's evidence over all firms, a byte a firm: no row, pending, rejected, or accepted with so many
/// distinct things counted. Kinds that judge quality also hold the best accepted row's points. The few firms whose
/// things a byte cannot count are kept apart, with their counts.
/// </summary>
internal sealed class EvidenceColumn
{
    public const byte NotClaimed = 0;
    public const byte Pending = 1;
    public const byte Rejected = 2;

    /// <summary>Accepted with none counted; one more for each thing counted.</summary>
    public const byte Accepted = 3;

    /// <summary>Accepted with more counted than the codes before this one can say; <see cref="Many"/> says it.</summary>
    public const byte AcceptedMany = byte.MaxValue;

    private EvidenceColumn(byte[] codes, int[] bestPoints, Dictionary<int, int> many) =>
        (Codes, BestPoints, Many) = (codes, bestPoints, many);

    private EvidenceColumn(int firms, bool best)
        : this(new byte[firms], best ? new int[firms] : [], []) { }

    public byte[] Codes { get; }

    /// <summary>Hundredths; empty for kinds that count.</summary>
    public int[] BestPoints { get; }

    /// <summary>How many things of a firm were counted.</summary>
    public int Counted(int firm) =>
        Codes[firm] == AcceptedMany ? Many[firm] : Math.Max(0, Codes[firm] - Accepted);

    /// <summary>How many things were counted, by firm with the code <see cref="AcceptedMany"/>.</summary>
    public Dictionary<int, int> Many { get; }

    /// <summary>Columns of several criteria, in one pass over the rows; null where a criterion takes no evidence or is not asked for.</summary>
    public static EvidenceColumn?[] Build(
        Rulebook book,
        EvidenceRows evidence,
        IEnumerable<int> places,
        TradeFacts trade
    )
    {
        var columns = new EvidenceColumn?[book.Criteria.Count];
        foreach (var place in places)
        {
            var criterion = book.Criteria[place];
            if (criterion.Measure is AcceptedEvidence)
            {
                columns[place] = new EvidenceColumn(
                    evidence.Firms,
                    criterion.Rule is GradedRule or JudgedRule
                );
            }
        }
        if (columns.All(c => c is null))
        {
            return columns;
        }
        for (var firm = 0; firm < evidence.Firms; firm++)
        {
            var rows = evidence.Of(firm);
            for (var from = 0; from < rows.Length; )
            {
                var place = rows[from].Criterion;
                var to = from + 1;
                while (to < rows.Length && rows[to].Criterion == place)
                {
                    to++;
                }
                columns[place]
                    ?.Set(firm, rows[from..to], book.Criteria[place], book.Rounding, trade);
                from = to;
            }
        }
        return columns;
    }

    public EvidenceColumn Copy() => new([.. Codes], [.. BestPoints], new(Many));

    /// <summary>Takes in a firm's rows of this criterion, whether all at once or after one decision.</summary>
    public void Set(
        int firm,
        ReadOnlySpan<EvidenceRow> rows,
        Criterion criterion,
        Rounding rounding,
        TradeFacts trade
    )
    {
        byte code = NotClaimed;
        var best = 0;
        foreach (ref readonly var row in rows)
        {
            switch (row.Status)
            {
                case EvidenceStatus.Accepted:
                    code = Accepted;
                    best = Math.Max(best, Points(row, criterion, rounding));
                    break;
                case EvidenceStatus.Pending when code != Accepted:
                    code = Pending;
                    break;
                case EvidenceStatus.Rejected when code == NotClaimed:
                    code = Rejected;
                    break;
            }
        }
        var counted =
            code == Accepted
                ? CountedRows.Number(rows, (AcceptedEvidence)criterion.Measure, trade)
                : 0;
        Many.Remove(firm);
        if (Accepted + counted >= AcceptedMany)
        {
            Many[firm] = counted;
        }
        Codes[firm] = code == Accepted ? (byte)Math.Min(Accepted + counted, AcceptedMany) : code;
        if (BestPoints.Length > 0)
        {
            BestPoints[firm] = best;
        }
    }

    /// <summary>What one accepted row is worth under the kinds that judge quality; 0 under the others.</summary>
    public static int Points(in EvidenceRow row, Criterion criterion, Rounding rounding) =>
        criterion.Rule switch
        {
            GradedRule rule => (int)
                Quotient.Round(
                    (Int128)row.Quantity * rule.Levels[row.Level].Points.Hundredths,
                    (Int128)EvidenceRow.One * 100,
                    rounding
                ),
            JudgedRule => (int)
                Quotient.Round(
                    (Int128)row.Quantity * Rulebooks.Points.PerPoint,
                    EvidenceRow.One,
                    rounding
                ),
            _ => 0,
        };
}
