using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Scoring;

/// <summary>A measure of one exporter as an exact quotient, or why there is none.</summary>
/// <param name="Value">0 or more.</param>
/// <param name="State">Zero while the value says it all; otherwise why nothing was measured.</param>
internal readonly record struct Compared(Fraction Value, ScoreState State);

/// <summary>What exporters are compared by: every measure that is never below zero, firm by firm.</summary>
internal abstract class ComparedMeasure
{
    /// <param name="firm">Row in the roster.</param>
    /// <param name="first">The first firm of the run that the country counts are of.</param>
    public abstract Compared Of(int firm, int first);

    public virtual EvidenceColumn? Evidence => null;

    /// <param name="counts">Countries of the firms of a run; empty where none are counted.</param>
    public static ComparedMeasure Of(
        Criterion criterion,
        TradeFacts trade,
        byte[] counts,
        EvidenceColumn? evidence
    ) =>
        criterion.Measure switch
        {
            AcceptedEvidence => new OfEvidence(evidence!),
            ExportCountries => new OfCountries(counts),
            TechnologyShares or MarketShares => new OfShares(
                Shares.Fractions(
                    new SharesRule(((IWeighShares)criterion.Rule).Coefficients, TakeLargest: false),
                    criterion.Measure,
                    trade
                )
            ),
            var money => new OfMoney(UsdMeasure.Of(money, trade)),
        };

    private static Compared Measured(Int128 above, Int128 below) =>
        new(new Fraction(above, below), ScoreState.Zero);

    private sealed class OfEvidence(EvidenceColumn evidence) : ComparedMeasure
    {
        public override EvidenceColumn Evidence => evidence;

        public override Compared Of(int firm, int first) =>
            evidence.Codes[firm] switch
            {
                EvidenceColumn.NotClaimed => new(Fraction.Zero, ScoreState.NotClaimed),
                EvidenceColumn.Pending => new(Fraction.Zero, ScoreState.Pending),
                EvidenceColumn.Rejected => new(Fraction.Zero, ScoreState.Rejected),
                _ => Measured(evidence.Counted(firm), 1),
            };
    }

    private sealed class OfCountries(byte[] counts) : ComparedMeasure
    {
        public override Compared Of(int firm, int first) => Measured(counts[firm - first], 1);
    }

    private sealed class OfShares(Func<int, Fraction?> share) : ComparedMeasure
    {
        public override Compared Of(int firm, int first) =>
            new(share(firm) ?? Fraction.Zero, ScoreState.Zero);
    }

    private sealed class OfMoney(UsdMeasure money) : ComparedMeasure
    {
        public override Compared Of(int firm, int first)
        {
            var above = money.Numerator(firm);
            if (money.Weight is not { } weight)
            {
                return Measured(above, money.Scale);
            }
            return weight[firm] > 0 ? Measured(above, weight[firm])
                : above > 0 ? new(Fraction.Zero, ScoreState.NoData)
                : Measured(0, 1);
        }
    }
}
