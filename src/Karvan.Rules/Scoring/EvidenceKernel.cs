using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Scoring;

/// <summary>Points from an evidence column: one look-up a firm, or the best accepted row.</summary>
internal sealed class EvidenceKernel : Kernel
{
    private readonly OutcomeTable outcomes;
    private readonly EvidenceColumn evidence;
    private readonly ScoreColumn column;
    private readonly Func<int, int>? points;

    /// <param name="points">Hundredths by how many things counted; null where the best row counts.</param>
    private EvidenceKernel(Func<int, int>? points, EvidenceColumn evidence, ScoreColumn column)
    {
        (this.evidence, this.column, this.points) = (evidence, column, points);
        outcomes = new OutcomeTable(
            Enumerable
                .Range(0, OutcomeTable.Most)
                .Select(code =>
                    code switch
                    {
                        EvidenceColumn.NotClaimed => new KernelOutcome(0, ScoreState.NotClaimed, 0),
                        EvidenceColumn.Pending => new KernelOutcome(0, ScoreState.Pending, 0),
                        EvidenceColumn.Rejected => new KernelOutcome(0, ScoreState.Rejected, 0),
                        _ => Counted(code - EvidenceColumn.Accepted),
                    }
                )
        );
    }

    public override EvidenceColumn Evidence => evidence;

    public static EvidenceKernel Counted(
        Criterion criterion,
        EvidenceColumn evidence,
        ScoreColumn column
    )
    {
        var given = criterion.Rule is CountRule rule
            ? CountedBands.OfCount(rule, criterion.Max)
            : CountedBands.OfAny(criterion.Max);
        return new EvidenceKernel(given, evidence, column);
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
        if (evidence.Many.Count > 0)
        {
            WriteMany(codes, from);
        }
        if (points is null)
        {
            WriteBest(codes, from);
        }
    }

    /// <summary>The trail holds no more than its sixteen bits; who tells the count counts the rows.</summary>
    private KernelOutcome Counted(int count) =>
        KernelOutcome.Measured(points?.Invoke(count) ?? 0, Math.Min(count, short.MaxValue));

    private void WriteMany(ReadOnlySpan<byte> codes, int from)
    {
        for (var i = 0; i < codes.Length; i++)
        {
            if (codes[i] == EvidenceColumn.AcceptedMany)
            {
                var (given, state, trail) = Counted(evidence.Many[from + i]);
                column.Points[from + i] = given;
                column.States[from + i] = state;
                column.Trail[from + i] = trail;
            }
        }
    }

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
