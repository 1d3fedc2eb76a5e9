using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Scoring;

/// <summary>Points when a measure, times the currency-return ratio if the rule says so, is above zero.</summary>
internal sealed class PositiveKernel : Kernel
{
    private const byte NoData = 0;
    private const byte NotPositive = 1;
    private const byte Positive = 2;

    private readonly PositiveRule rule;
    private readonly UsdMeasure? money;
    private readonly byte[]? counts;
    private readonly Compliance[] compliance;
    private readonly ScoreColumn column;
    private readonly Rounding rounding;
    private readonly OutcomeTable outcomes;
    private readonly int max;
    private readonly bool fast;

    /// <summary>What comes of each firm if the measure is above zero.</summary>
    private readonly byte[] ifPositive;
    private readonly long[] sums = new long[Run];
    private readonly byte[] numbers = new byte[Run];

    private PositiveKernel(
        Criterion criterion,
        PositiveRule rule,
        UsdMeasure? money,
        byte[]? counts,
        ExporterFacts facts,
        ScoreColumn column,
        Rounding rounding
    )
    {
        (this.rule, this.money, this.counts, this.column, this.rounding) = (
            rule,
            money,
            counts,
            column,
            rounding
        );
        compliance = facts.Compliance;
        max = criterion.Max.Hundredths;
        fast = money?.FitsLong(1) ?? false;
        outcomes = new OutcomeTable([
            new KernelOutcome(0, ScoreState.NoData, 0),
            KernelOutcome.Measured(0, 0),
            KernelOutcome.Measured(max, 1),
        ]);
        ifPositive = new byte[facts.Roster.Count];
        for (var firm = 0; firm < ifPositive.Length; firm++)
        {
            ifPositive[firm] =
                !rule.TimesFxReturn ? Positive
                : !compliance[firm].Known ? NoData
                : compliance[firm].FxReturnRatio > 0 ? Positive
                : NotPositive;
        }
    }

    public static PositiveKernel OfMoney(
        Criterion criterion,
        PositiveRule rule,
        UsdMeasure money,
        ExporterFacts facts,
        ScoreColumn column,
        Rounding rounding
    ) => new(criterion, rule, money, null, facts, column, rounding);

    public static PositiveKernel OfCount(
        Criterion criterion,
        PositiveRule rule,
        byte[] counts,
        ExporterFacts facts,
        ScoreColumn column,
        Rounding rounding
    ) => new(criterion, rule, null, counts, facts, column, rounding);

    public override void Score(int from, int to)
    {
        var run = sums.AsSpan(0, to - from);
        if (fast)
        {
            money!.Numerators(from, run);
        }
        else
        {
            for (var i = 0; i < run.Length; i++)
            {
                run[i] = money is null ? counts![i] : Int128.Sign(money.Numerator(from + i));
            }
        }
        var codes = numbers.AsSpan(0, run.Length);
        var possible = ifPositive.AsSpan(from, run.Length);
        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] = (byte)
                Branchless.Choose(
                    Branchless.Less(0, run[i]),
                    possible[i],
                    Math.Min(possible[i], NotPositive)
                );
        }
        outcomes.Write(codes, from, column);
        if (rule is { TimesFxReturn: true, AwardFactor: true })
        {
            WriteFactors(codes, from);
        }
    }

    private void WriteFactors(ReadOnlySpan<byte> codes, int from)
    {
        for (var i = 0; i < codes.Length; i++)
        {
            if (codes[i] == Positive)
            {
                var given = (int)
                    Quotient.Round(
                        (Int128)max * compliance[from + i].FxReturnRatio,
                        EvidenceRow.One,
                        rounding
                    );
                column.Points[from + i] = given;
                column.States[from + i] = given > 0 ? ScoreState.Scored : ScoreState.Zero;
            }
        }
    }
}
