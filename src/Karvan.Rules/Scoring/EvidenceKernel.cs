using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Scoring;

/// <summary>Points from an evidence column: one look-up a firm, or the best accepted row.</summary>
internal sealed class EvidenceKernel : Kernel
{
    private readonly OutcomeTable outcomes;
    private readonly EvidenceColumn evidence;
    private readonly ScoreColumn column;
    private readonly bool best;

    private EvidenceKernel(Func<int, int>? points, EvidenceColumn evidence, ScoreColumn column)
    {
        (this.evidence, this.column, best) = (evidence, column, points is null);
        outcomes = new OutcomeTable(
            Enumerable
                .Range(0, OutcomeTable.Most)
                .Select(code =>
                    code switch
                    {
                        EvidenceColumn.NotClaimed => new Outcome(0, ScoreState.NotClaimed, 0),
                        EvidenceColumn.Pending => new Outcome(0, ScoreState.Pending, 0),
                        EvidenceColumn.Rejected => new Outcome(0, ScoreState.Rejected, 0),
                        _ => Counted(points, code - EvidenceColumn.Accepted),
                    }
                )
        );
    }

    public EvidenceColumn Evidence => evidence;

    public static EvidenceKernel Counted(
        Criterion criterion,
        EvidenceColumn evidence,
        ScoreColumn column
    )
    {
        var max = criterion.Max.Hundredths;
        return new EvidenceKernel(
            n =>
                criterion.Rule is CountRule rule ? Math.Min(max, n * rule.Each.Hundredths)
                : n > 0 ? max
                : 0,
            evidence,
            column
        );
    }

    public static EvidenceKernel Bands(
        Criterion criterion,
        BandsRule rule,
        EvidenceColumn evidence,
        ScoreColumn column,
        Rounding rounding
    ) =>
        new(
            n => Math.Min(criterion.Max.Hundredths, CountedBands.OfBands(rule, rounding)(n)),
            evidence,
            column
        );

    public static EvidenceKernel Best(EvidenceColumn evidence, ScoreColumn column) =>
        new(null, evidence, column);

    public override void Score(int from, int to)
    {
        var codes = evidence.Codes.AsSpan(from, to - from);
        outcomes.Write(codes, from, column);
        if (best)
        {
            WriteBest(codes, from);
        }
    }

    private static Outcome Counted(Func<int, int>? points, int count) =>
        Outcome.Measured(points?.Invoke(count) ?? 0, count);

    /// <summary>Few firms put such evidence forward, so they are looked for.</summary>
    private void WriteBest(ReadOnlySpan<byte> codes, int from)
    {
        var i = 0;
        while (
            codes[i..].IndexOfAnyInRange(EvidenceColumn.Accepted, byte.MaxValue)
                is var next
                    and >= 0
        )
        {
            i += next;
            var given = evidence.BestPoints[from + i];
            column.Points[from + i] = given;
            column.States[from + i] = given > 0 ? ScoreState.Scored : ScoreState.Zero;
            i++;
        }
    }
}
