using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Scoring;

/// <summary>Points when a measure, times the currency-return ratio if the rule says so, is above zero.</summary>
internal sealed class PositiveKernel : Kernel
{
    private readonly PositiveRule rule;
    private readonly UsdMeasure? money;
    private readonly byte[]? counts;
    private readonly Compliance[] compliance;
    private readonly ScoreColumn column;
    private readonly Rounding rounding;
    private readonly int max;
    private readonly bool fast;
    private readonly long[] sums = new long[Run];

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
        for (var i = 0; i < run.Length; i++)
        {
            var firm = from + i;
            var known = !rule.TimesFxReturn || compliance[firm].Known;
            var ratio = rule.TimesFxReturn ? compliance[firm].FxReturnRatio : EvidenceRow.One;
            var positive = known && run[i] > 0 && ratio > 0;
            var given =
                !positive ? 0
                : rule.AwardFactor
                    ? (int)Quotient.Round((Int128)max * ratio, EvidenceRow.One, rounding)
                : max;
            column.Points[firm] = given;
            column.Trail[firm] = (short)(positive ? 1 : 0);
            column.States[firm] =
                !known ? ScoreState.NoData
                : given > 0 ? ScoreState.Scored
                : ScoreState.Zero;
        }
    }
}
