using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Scoring;

/// <summary>Shares of one firm's value, in 128 bits: values of several years and countries may pass 64 together.</summary>
internal static class Shares
{
    /// <summary>The share of one that a firm earns, in units of 10⁻⁶, cut off; null without value.</summary>
    public static Func<int, Int128?> Of(SharesRule rule, Measure measure, TradeFacts trade) =>
        Each(rule, measure, trade, Share);

    /// <summary>The same as an exact quotient.</summary>
    public static Func<int, Fraction?> Fractions(
        SharesRule rule,
        Measure measure,
        TradeFacts trade
    ) =>
        Each<Fraction>(
            rule,
            measure,
            trade,
            static (values, rule) =>
            {
                var (total, weighted, _) = Sum(values, rule);
                return total == 0 ? null : new Fraction(weighted, total * YearWeights.Whole);
            }
        );

    private delegate T? OfValues<T>(ReadOnlySpan<Int128> values, SharesRule rule)
        where T : struct;

    private static Func<int, T?> Each<T>(
        SharesRule rule,
        Measure measure,
        TradeFacts trade,
        OfValues<T> share
    )
        where T : struct
    {
        if (measure is TechnologyShares technology)
        {
            var classes = trade.ClassColumns(technology);
            return firm =>
            {
                Span<Int128> values = stackalloc Int128[classes.Length];
                ByClass(classes, firm, values);
                return share(values, rule);
            };
        }
        var market = (MarketShares)measure;
        var ofMarkets = trade.MarketColumn(market);
        return firm => share(ByMarket(market, trade, ofMarkets, firm), rule);
    }

    /// <summary>One firm's value in each class.</summary>
    public static void ByClass(long[][] classes, int firm, Span<Int128> values)
    {
        for (var c = 0; c < values.Length; c++)
        {
            values[c] = classes[c][firm];
        }
    }

    /// <summary>One firm's value in counted countries and in others.</summary>
    public static Int128[] ByMarket(MarketShares measure, TradeFacts trade, long[] values, int firm)
    {
        var years = measure.ProductGroupOnly ? trade.YearsInGroup : trade.YearsAll;
        var classes = new Int128[MarketShares.Classes.Count];
        for (var row = trade.CountryStart[firm]; row < trade.CountryStart[firm + 1]; row++)
        {
            classes[measure.Test.Holds(years[row]) ? 0 : 1] += values[row];
        }
        return classes;
    }

    /// <summary>Hundredths of a point.</summary>
    public static int Points(
        ReadOnlySpan<Int128> values,
        SharesRule rule,
        long max,
        Rounding rounding
    )
    {
        var (total, weighted, largest) = Sum(values, rule);
        if (total == 0)
        {
            return 0;
        }
        return rule.TakeLargest
            ? (int)Quotient.Round(max * rule.Coefficients[largest], YearWeights.Whole, rounding)
            : (int)Quotient.Round(max * weighted, YearWeights.Whole * total, rounding);
    }

    private static Int128? Share(ReadOnlySpan<Int128> values, SharesRule rule)
    {
        const int Millionths = 1_000_000;
        var (total, weighted, largest) = Sum(values, rule);
        return total == 0 ? null
            : rule.TakeLargest ? (Int128)rule.Coefficients[largest] * Millionths / YearWeights.Whole
            : weighted * Millionths / (total * YearWeights.Whole);
    }

    private static (Int128 Total, Int128 Weighted, int Largest) Sum(
        ReadOnlySpan<Int128> values,
        SharesRule rule
    )
    {
        Int128 total = 0;
        Int128 weighted = 0;
        var largest = 0;
        for (var c = 0; c < values.Length; c++)
        {
            var value = values[c];
            total += value;
            weighted += value * rule.Coefficients[c];
            var best = values[largest];
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
