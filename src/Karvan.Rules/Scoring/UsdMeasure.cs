using System.Numerics;
using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Scoring;

/// <summary>
/// A measure in money as integers: value = Σ factor × column ÷ (scale × weight), where the scale turns the sum
/// into USD (or USD/kg) and the weight column exists only for quotients. Nothing is divided before a band.
/// </summary>
/// <param name="Terms">Columns in cents with their factors; imports have negative ones.</param>
/// <param name="Scale">Units of the sum in one USD (or, by grams, in one USD/kg per gram).</param>
/// <param name="Weight">Grams by firm, or null.</param>
internal sealed record UsdMeasure(
    IReadOnlyList<(long[] Cents, long Factor)> Terms,
    long Scale,
    long[]? Weight
)
{
    private const int CentsPerUsd = 100;
    private const int GramsPerKilogram = 1000;

    public static UsdMeasure Of(Measure measure, TradeFacts trade) =>
        measure switch
        {
            ExportValue m => new UsdMeasure(
                [.. m.Years.Indexes.Select(y => (trade.ExportCents[y], 1L))],
                CentsPerUsd,
                null
            ),
            WeightedExports m => Weighted(
                [.. WeightedTerms(m.Weights, trade.ExportCents, 1)],
                m.Weights.Sum
            ),
            // Over a common denominator, so that a simple mean may stand beside weights in per cent.
            NetTrade m => Weighted(
                [
                    .. WeightedTerms(m.Exports, trade.ExportCents, m.Imports.Sum),
                    .. WeightedTerms(m.Imports, trade.ImportCents, -m.Exports.Sum),
                ],
                (long)m.Exports.Sum * m.Imports.Sum
            ),
            // (cents ÷ 100) ÷ (grams ÷ 1000) ≥ T  ⇔  cents × 10 ≥ T × grams
            ValuePerWeight { OfBestProduct: true } m => OfBestProduct(trade.BestProduct(m)),
            ValuePerWeight m => new UsdMeasure(
                [
                    .. m.Years.Indexes.Select(y =>
                        (trade.ExportCents[y], (long)GramsPerKilogram / CentsPerUsd)
                    ),
                ],
                1,
                Sum(m.Years, trade.ExportGrams)
            ),
            _ => throw new InvalidOperationException($"'{measure.Name}' is no amount of money."),
        };

    /// <summary>Whether sums and products with factors up to <paramref name="most"/> fit 64 bits for every firm.</summary>
    public bool FitsLong(Int128 most)
    {
        Int128 sum = 0;
        foreach (var (cents, factor) in Terms)
        {
            sum += (Int128)Largest(cents) * Math.Abs(factor);
        }
        return sum * 2 < long.MaxValue / CentsPerUsd
            && most * (Weight is null ? 1 : Math.Max(1, Largest(Weight))) < long.MaxValue;
    }

    public Int128 Numerator(int firm)
    {
        Int128 sum = 0;
        foreach (var (cents, factor) in Terms)
        {
            sum += (Int128)cents[firm] * factor;
        }
        return sum;
    }

    /// <summary>Numerators of a run of firms; only when <see cref="FitsLong"/> holds.</summary>
    public void Numerators(int from, Span<long> into)
    {
        into.Clear();
        foreach (var (cents, factor) in Terms)
        {
            AddMultiple(cents.AsSpan(from, into.Length), factor, into);
        }
    }

    /// <summary>Adds column × factor; no product or sum may pass 64 bits.</summary>
    public static void AddMultiple(ReadOnlySpan<long> column, long factor, Span<long> into)
    {
        var i = 0;
        var step = Vector<long>.Count;
        // Four products at once: on some processors each waits for the one before it in the same register.
        for (; i <= into.Length - 4 * step; i += 4 * step)
        {
            var from = column.Slice(i, 4 * step);
            var to = into.Slice(i, 4 * step);
            var first = new Vector<long>(from) * factor;
            var second = new Vector<long>(from[step..]) * factor;
            var third = new Vector<long>(from[(2 * step)..]) * factor;
            var fourth = new Vector<long>(from[(3 * step)..]) * factor;
            (new Vector<long>(to) + first).CopyTo(to);
            (new Vector<long>(to[step..]) + second).CopyTo(to[step..]);
            (new Vector<long>(to[(2 * step)..]) + third).CopyTo(to[(2 * step)..]);
            (new Vector<long>(to[(3 * step)..]) + fourth).CopyTo(to[(3 * step)..]);
        }
        for (; i < into.Length; i++)
        {
            into[i] += column[i] * factor;
        }
    }

    private static UsdMeasure OfBestProduct(BestProducts best) =>
        new([(best.Cents, (long)GramsPerKilogram / CentsPerUsd)], 1, best.Grams);

    /// <param name="whole">What the factors are parts of.</param>
    private static UsdMeasure Weighted(List<(long[] Cents, long Factor)> terms, long whole)
    {
        // 6000 : 3000 : 1000 of 10000 says the same as 6 : 3 : 1 of 10 and keeps products small.
        var divisor = terms.Aggregate(whole, (g, t) => Gcd(g, Math.Abs(t.Factor)));
        return new UsdMeasure(
            [.. terms.Select(t => (t.Cents, t.Factor / divisor))],
            CentsPerUsd * (whole / divisor),
            null
        );
    }

    private static IEnumerable<(long[], long)> WeightedTerms(
        YearWeights weights,
        long[][] cents,
        long times
    ) =>
        weights
            .ByYear.Select((weight, year) => (cents[year], weight * times))
            .Where(t => t.Item2 != 0);

    private static long[] Sum(YearSet years, long[][] columns)
    {
        var indexes = years.Indexes.ToList();
        if (indexes.Count == 1)
        {
            return columns[indexes[0]];
        }
        var sum = new long[columns[0].Length];
        for (var i = 0; i < sum.Length; i++)
        {
            foreach (var year in indexes)
            {
                if (columns[year][i] > long.MaxValue - sum[i])
                {
                    throw SumTooLargeException.Of(
                        "found exports of one exporter in several years whose net weights",
                        "grams"
                    );
                }
                sum[i] += columns[year][i];
            }
        }
        return sum;
    }

    public static long Largest(ReadOnlySpan<long> column)
    {
        var largest = 0L;
        var i = 0;
        var many = Vector<long>.Zero;
        for (; i <= column.Length - Vector<long>.Count; i += Vector<long>.Count)
        {
            many = Vector.Max(many, new Vector<long>(column[i..]));
        }
        for (var lane = 0; lane < Vector<long>.Count; lane++)
        {
            largest = Math.Max(largest, many[lane]);
        }
        for (; i < column.Length; i++)
        {
            largest = Math.Max(largest, column[i]);
        }
        return largest;
    }

    public static long Gcd(long a, long b) => b == 0 ? a : Gcd(b, a % b);
}
