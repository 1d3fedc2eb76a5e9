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
            for (var i = 0; i < points.Length; i++)
            {
                points[i] = Shares.Points(classes, from + i, rule, max, rounding);
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
            var given = Shares.Points(classes, 0, rule, criterion.Max.Hundredths, rounding);
            column.Points[firm] = given;
            column.States[firm] = given > 0 ? ScoreState.Scored : ScoreState.Zero;
        }
    }
}

internal static class Shares
{
    /// <summary>The share of one that a firm earns, in units of 10⁻⁶, cut off; null without value.</summary>
    public static Func<int, Int128?> Of(SharesRule rule, Measure measure, TradeFacts trade)
    {
        if (measure is TechnologyShares technology)
        {
            var classes = trade.ClassColumns(technology);
            return firm => Share(classes, firm, rule);
        }
        var market = (MarketShares)measure;
        var values = trade.MarketColumn(market);
        return firm => Share(ByMarket(market, trade, values, firm), 0, rule);
    }

    /// <summary>One firm's value in counted countries and in others.</summary>
    public static long[][] ByMarket(MarketShares measure, TradeFacts trade, long[] values, int firm)
    {
        var years = measure.ProductGroupOnly ? trade.YearsInGroup : trade.YearsAll;
        long[][] classes = [new long[1], new long[1]];
        for (var row = trade.CountryStart[firm]; row < trade.CountryStart[firm + 1]; row++)
        {
            classes[measure.Test.Holds(years[row]) ? 0 : 1][0] += values[row];
        }
        return classes;
    }

    private static Int128? Share(long[][] classes, int firm, SharesRule rule)
    {
        const int Millionths = 1_000_000;
        var (total, weighted, largest) = Sum(classes, firm, rule);
        return total == 0 ? null
            : rule.TakeLargest ? (Int128)rule.Coefficients[largest] * Millionths / YearWeights.Whole
            : weighted * Millionths / (total * YearWeights.Whole);
    }

    /// <summary>Hundredths of a point, with 128-bit sums.</summary>
    public static int Points(
        long[][] classes,
        int firm,
        SharesRule rule,
        long max,
        Rounding rounding
    )
    {
        var (total, weighted, largest) = Sum(classes, firm, rule);
        if (total == 0)
        {
            return 0;
        }
        return rule.TakeLargest
            ? (int)Quotient.Round(max * rule.Coefficients[largest], YearWeights.Whole, rounding)
            : (int)Quotient.Round(max * weighted, YearWeights.Whole * total, rounding);
    }

    private static (Int128 Total, Int128 Weighted, int Largest) Sum(
        long[][] classes,
        int firm,
        SharesRule rule
    )
    {
        Int128 total = 0;
        Int128 weighted = 0;
        var largest = 0;
        for (var c = 0; c < classes.Length; c++)
        {
            var value = classes[c][firm];
            total += value;
            weighted += (Int128)value * rule.Coefficients[c];
            var best = classes[largest][firm];
            // Of two largest classes the one with the higher coefficient counts, in the firm's favour.
            if (
                value > best
                || (value == best && rule.Coefficients[c] > rule.Coefficients[largest])
            )
            {
                largest = c;
            }
        }
        return (total, weighted, largest);
    }
}
