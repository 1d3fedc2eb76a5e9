using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Scoring;

/// <summary>The maximum × Σ (class value × coefficient) ÷ value of all classes; without value, zero.</summary>
internal sealed class ClassSharesKernel : Kernel
{
    private readonly SharesRule rule;
    private readonly long[][] classes;
    private readonly ScoreColumn column;
    private readonly Rounding rounding;
    private readonly long max;

    /// <summary>Points = Σ value × factor ÷ (value × whole), in smallest terms so that products stay small.</summary>
    private readonly long[] factors;
    private readonly long whole;
    private readonly bool fast;
    private readonly long[] numerators = new long[Run];
    private readonly long[] denominators = new long[Run];

    public ClassSharesKernel(
        Criterion criterion,
        SharesRule rule,
        long[][] classes,
        ScoreColumn column,
        Rounding rounding
    )
    {
        (this.rule, this.classes, this.column, this.rounding) = (rule, classes, column, rounding);
        max = criterion.Max.Hundredths;
        factors = [.. rule.Coefficients.Select(c => c * max)];
        var divisor = factors.Aggregate((long)YearWeights.Whole, UsdMeasure.Gcd);
        whole = YearWeights.Whole / divisor;
        factors = [.. factors.Select(f => f / divisor)];
        Int128 most = 0;
        foreach (var values in classes)
        {
            most += UsdMeasure.Largest(values);
        }
        fast = !rule.TakeLargest && most * whole * (2 * max + 3) < long.MaxValue;
    }

    public override void Score(int from, int to)
    {
        var points = column.Points.AsSpan(from, to - from);
        if (fast)
        {
            ScoreFast(from, points);
        }
        else
        {
            Span<Int128> values = stackalloc Int128[classes.Length];
            for (var i = 0; i < points.Length; i++)
            {
                Shares.ByClass(classes, from + i, values);
                points[i] = Shares.Points(values, rule, max, rounding);
            }
        }
        var states = column.States.AsSpan(from, points.Length);
        for (var i = 0; i < points.Length; i++)
        {
            states[i] = points[i] > 0 ? ScoreState.Scored : ScoreState.Zero;
        }
    }

    private void ScoreFast(int from, Span<int> points)
    {
        var above = numerators.AsSpan(0, points.Length);
        var below = denominators.AsSpan(0, points.Length);
        above.Clear();
        below.Clear();
        for (var c = 0; c < classes.Length; c++)
        {
            var values = classes[c].AsSpan(from, points.Length);
            UsdMeasure.AddMultiple(values, factors[c], above);
            UsdMeasure.AddMultiple(values, whole, below);
        }
        for (var i = 0; i < points.Length; i++)
        {
            // Without value it is nothing of one.
            var (n, d) = (above[i], Math.Max(1, below[i]));
            points[i] =
                rounding is Rounding.HalfAwayFromZero
                    // n ÷ d and a half, cut off: no jump that depends on the rest.
                    ? (int)((ulong)(2 * n + d) / (ulong)(2 * d))
                    : (int)Quotient.Round(n, d, rounding);
        }
    }
}

/// <summary>The same with two classes, counted countries and others.</summary>
internal sealed class MarketSharesKernel(
    Criterion criterion,
    SharesRule rule,
    MarketShares measure,
    TradeFacts trade,
    ScoreColumn column,
    Rounding rounding
) : Kernel
{
    private readonly long[] values = trade.MarketColumn(measure);

    public override void Score(int from, int to)
    {
        for (var firm = from; firm < to; firm++)
        {
            var classes = Shares.ByMarket(measure, trade, values, firm);
            var given = Shares.Points(classes, rule, criterion.Max.Hundredths, rounding);
            column.Points[firm] = given;
            column.States[firm] = given > 0 ? ScoreState.Scored : ScoreState.Zero;
        }
    }
}
