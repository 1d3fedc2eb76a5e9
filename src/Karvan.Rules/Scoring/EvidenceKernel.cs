using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Scoring;

/// <summary>Points from an evidence column: one look-up a firm, or the best accepted row.</summary>
internal sealed class EvidenceKernel : Kernel
{
    private const int Codes = 256;

    private readonly int[] pointsOfCode = new int[Codes];
    private readonly ScoreState[] stateOfCode = new ScoreState[Codes];
    private readonly EvidenceColumn evidence;
    private readonly ScoreColumn column;
    private readonly bool best;

    private EvidenceKernel(Func<int, int>? points, EvidenceColumn evidence, ScoreColumn column)
    {
        (this.evidence, this.column, best) = (evidence, column, points is null);
        stateOfCode[EvidenceColumn.NotClaimed] = ScoreState.NotClaimed;
        stateOfCode[EvidenceColumn.Pending] = ScoreState.Pending;
        stateOfCode[EvidenceColumn.Rejected] = ScoreState.Rejected;
        for (int code = EvidenceColumn.Accepted; code < Codes; code++)
        {
            pointsOfCode[code] = points?.Invoke(code - EvidenceColumn.Accepted) ?? 0;
            stateOfCode[code] = pointsOfCode[code] > 0 ? ScoreState.Scored : ScoreState.Zero;
        }
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
        var points = column.Points.AsSpan(from, codes.Length);
        var states = column.States.AsSpan(from, codes.Length);
        var trail = column.Trail.AsSpan(from, codes.Length);
        ReadOnlySpan<int> pointTable = pointsOfCode.AsSpan(0, Codes);
        ReadOnlySpan<ScoreState> stateTable = stateOfCode.AsSpan(0, Codes);
        for (var i = 0; i < codes.Length; i++)
        {
            points[i] = pointTable[codes[i]];
            states[i] = stateTable[codes[i]];
            trail[i] = (short)Math.Max(0, codes[i] - EvidenceColumn.Accepted);
        }
        if (best)
        {
            for (var i = 0; i < codes.Length; i++)
            {
                if (codes[i] >= EvidenceColumn.Accepted)
                {
                    points[i] = evidence.BestPoints[from + i];
                    states[i] = points[i] > 0 ? ScoreState.Scored : ScoreState.Zero;
                }
            }
        }
    }
}
