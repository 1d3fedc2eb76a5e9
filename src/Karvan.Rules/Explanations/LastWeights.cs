using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Explanations;

/// <summary>The last year whose exports a measure in money counts: what an exporter can still do.</summary>
/// <param name="Year">A solar year.</param>
/// <param name="Weight">Its weight, of <paramref name="Whole"/>.</param>
internal sealed record LastWeights(int Year, int Weight, int Whole, DataYears Years)
{
    private const int CentsPerUsd = 100;

    /// <returns>Null for measures that are no amount of exports.</returns>
    public static LastWeights? Of(Rulebook book, Measure measure)
    {
        (Func<int, int> Of, int Whole)? weights = measure switch
        {
            ExportValue m => (year => m.Years.Contains(year) ? 1 : 0, 1),
            WeightedExports m => (year => m.Weights.ByYear[year], m.Weights.Sum),
            NetTrade m => (year => m.Exports.ByYear[year], m.Exports.Sum),
            _ => null,
        };
        if (weights is not { } given)
        {
            return null;
        }
        var last = Enumerable.Range(0, book.Years.Count).Last(year => given.Of(year) > 0);
        return new LastWeights(book.Years.All[last], given.Of(last), given.Whole, book.Years);
    }

    /// <summary>The least whole cents whose weighted part is the missing amount or, if that is asked, more.</summary>
    public decimal Cents(decimal missing, bool beyond)
    {
        // weight ÷ whole × cents ÷ 100 ≥ missing, without dividing.
        return Least((Int128)(missing * Whole * CentsPerUsd), Weight, beyond);
    }

    /// <summary>The least whole cents that bring a measure above zero.</summary>
    public decimal CentsAboveZero(Measure measure, ExplainedCriterion scored, ExplainedFacts facts)
    {
        if (measure is not NetTrade net)
        {
            return Cents(-(scored.Value ?? 0), beyond: true);
        }
        // A simple mean has no end in decimals: from the yearly amounts, times both denominators.
        Int128 above = 0;
        for (var i = 0; i < Years.Count; i++)
        {
            var (exports, imports) = (
                facts.ExportsUsd.GetValueOrDefault(Years.All[i]),
                facts.ImportsUsd.GetValueOrDefault(Years.All[i])
            );
            above +=
                (Int128)(exports * CentsPerUsd) * net.Exports.ByYear[i] * net.Imports.Sum
                - (Int128)(imports * CentsPerUsd) * net.Imports.ByYear[i] * net.Exports.Sum;
        }
        return Least(-above, (Int128)Weight * net.Imports.Sum, beyond: true);
    }

    private static decimal Least(Int128 missing, Int128 weight, bool beyond)
    {
        var (cents, rest) = Int128.DivRem(missing, weight);
        return (decimal)(rest > 0 || beyond ? cents + 1 : cents) / CentsPerUsd;
    }
}
