using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Scoring;

/// <summary>
/// One criterion's evidence over all firms, a byte a firm: no row, pending, rejected, or accepted with so many
/// distinct things counted. Kinds that judge quality also hold the best accepted row's points.
/// </summary>
internal sealed class EvidenceColumn
{
    public const byte NotClaimed = 0;
    public const byte Pending = 1;
    public const byte Rejected = 2;

    /// <summary>Accepted with none counted; one more for each thing counted.</summary>
    public const byte Accepted = 3;

    private const int MostCounted = byte.MaxValue - Accepted;

    private EvidenceColumn(byte[] codes, int[] bestPoints) =>
        (Codes, BestPoints) = (codes, bestPoints);

    private EvidenceColumn(int firms, bool best)
        : this(new byte[firms], best ? new int[firms] : []) { }

    public byte[] Codes { get; }

    /// <summary>Hundredths; empty for kinds that count.</summary>
    public int[] BestPoints { get; }

    /// <summary>Columns of several criteria, in one pass over the rows; null where a criterion takes no evidence or is not asked for.</summary>
    public static EvidenceColumn?[] Build(
        Rulebook book,
        EvidenceRows evidence,
        IEnumerable<int> places
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
                columns[place]?.Set(firm, rows[from..to], book.Criteria[place], book.Rounding);
                from = to;
            }
        }
        return columns;
    }

    public EvidenceColumn Copy() => new([.. Codes], [.. BestPoints]);

    /// <summary>Takes in a firm's rows of this criterion, whether all at once or after one decision.</summary>
    public void Set(
        int firm,
        ReadOnlySpan<EvidenceRow> rows,
        Criterion criterion,
        Rounding rounding
    )
    {
        var measure = (AcceptedEvidence)criterion.Measure;
        byte code = NotClaimed;
        var counted = 0;
        var best = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            switch (rows[i].Status)
            {
                case EvidenceStatus.Accepted:
                    code = Accepted;
                    counted += Counts(rows, i, measure) ? 1 : 0;
                    best = Math.Max(best, Points(rows[i], criterion, rounding));
                    break;
                case EvidenceStatus.Pending when code != Accepted:
                    code = Pending;
                    break;
                case EvidenceStatus.Rejected when code == NotClaimed:
                    code = Rejected;
                    break;
            }
        }
        Codes[firm] = code == Accepted ? (byte)(Accepted + Math.Min(counted, MostCounted)) : code;
        if (BestPoints.Length > 0)
        {
            BestPoints[firm] = best;
        }
    }

    /// <summary>Whether an accepted row counts: not an exception, and not the same thing as a row before it.</summary>
    public static bool Counts(ReadOnlySpan<EvidenceRow> rows, int index, AcceptedEvidence measure)
    {
        var row = rows[index];
        if (
            row.Status is not EvidenceStatus.Accepted
            || measure.Except.Contains(row.Item, StringComparer.Ordinal)
        )
        {
            return false;
        }
        for (var i = 0; i < index; i++)
        {
            if (rows[i].Status is EvidenceStatus.Accepted && Same(rows[i], row, measure.Distinct))
            {
                return false;
            }
        }
        return true;
    }

    private static bool Same(in EvidenceRow a, in EvidenceRow b, Distinct distinct)
    {
        var item = string.Equals(a.Item, b.Item, StringComparison.Ordinal);
        var country = string.Equals(a.Country, b.Country, StringComparison.Ordinal);
        return distinct switch
        {
            Distinct.Item => item,
            Distinct.Country => country,
            Distinct.ItemAndCountry => item && country,
            _ => false,
        };
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
