using System.Numerics;
using System.Runtime.CompilerServices;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Scoring;

/// <summary>
/// Bands over money or money by weight. Each threshold is compared by cross-multiplication:
/// sum ≥ threshold × scale × weight; a band that holds its upper end uses &gt; instead.
/// </summary>
internal sealed class MoneyBands : Kernel
{
    /// <summary>Thresholds may be as fine as a cent.</summary>
    private const int Fine = 100;

    private static readonly Outcome NoData = new(0, ScoreState.NoData, -1);
    private static readonly Outcome Nothing = new(0, ScoreState.Zero, -1);

    private readonly UsdMeasure measure;
    private readonly ScoreColumn column;
    private readonly long[] thresholds;
    private readonly int[] points;
    private readonly long numeratorFactor;
    private readonly bool upper;
    private readonly LinearBands? linear;

    /// <summary>Outcomes by the number of thresholds reached, then the two of firms without weight; null when 64 bits or a byte do not hold them.</summary>
    private readonly OutcomeTable? outcomes;

    /// <summary>The thresholds, the last one repeated up to one less than a power of two, for a search in equal steps.</summary>
    private readonly long[] ladder;
    private readonly int noData;
    private readonly int nothing;
    private readonly long[] numerators = new long[Run];
    private readonly byte[] numbers = new byte[Run];

    private MoneyBands(BandsRule rule, UsdMeasure measure, ScoreColumn column, Rounding rounding)
    {
        (this.measure, this.column, upper) = (measure, column, rule.Boundary is Boundary.Upper);
        var whole = rule.Bands.All(b =>
            decimal.Truncate(b.From * measure.Scale) == b.From * measure.Scale
        );
        numeratorFactor = whole ? 1 : Fine;
        thresholds = [.. rule.Bands.Select(b => (long)(b.From * measure.Scale * numeratorFactor))];
        var rungs = (int)BitOperations.RoundUpToPowerOf2((uint)thresholds.Length + 1) - 1;
        ladder = [.. thresholds, .. Enumerable.Repeat(thresholds[^1], rungs - thresholds.Length)];
        points = [rule.Below.Hundredths, .. rule.Bands.Select(b => b.Points.Hundredths)];
        linear = rule.Linear ? new LinearBands(rule, measure.Scale, rounding) : null;

        var all = points.Select((given, place) => Outcome.Measured(given, place - 1)).ToList();
        (noData, nothing) = (Place(all, NoData), Place(all, Nothing));
        if (linear is null && all.Count <= OutcomeTable.Most && measure.FitsLong(thresholds[^1]))
        {
            outcomes = new OutcomeTable(all);
        }
    }

    public static MoneyBands Of(
        BandsRule rule,
        UsdMeasure measure,
        ScoreColumn column,
        Rounding rounding
    ) => new(rule, measure, column, rounding);

    public override void Score(int from, int to)
    {
        if (outcomes is null)
        {
            ScoreWide(from, to);
            return;
        }
        var count = to - from;
        var sums = numerators.AsSpan(0, count);
        measure.Numerators(from, sums);
        if (numeratorFactor != 1)
        {
            foreach (ref var sum in sums)
            {
                sum *= numeratorFactor;
            }
        }
        var codes = numbers.AsSpan(0, count);
        if (measure.Weight is null)
        {
            Climb(sums, codes);
        }
        else
        {
            Climb(sums, measure.Weight.AsSpan(from, count), codes);
        }
        outcomes.Write(codes, from, column);
    }

    private static int Place(List<Outcome> all, Outcome outcome)
    {
        if (!all.Contains(outcome))
        {
            all.Add(outcome);
        }
        return all.IndexOf(outcome);
    }

    // Of integers, sum ≥ t says the same as t < sum + 1.
    private long Held => upper ? 0 : 1;

    private void Climb(ReadOnlySpan<long> sums, Span<byte> places)
    {
        var held = Held;
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = (byte)Climb(ladder, sums[i] + held, 1, thresholds.Length);
        }
    }

    private void Climb(ReadOnlySpan<long> sums, ReadOnlySpan<long> weights, Span<byte> places)
    {
        var held = Held;
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = (byte)
                Branchless.Choose(
                    Branchless.Less(0, weights[i]),
                    Climb(ladder, sums[i] + held, weights[i], thresholds.Length),
                    Branchless.Choose(Branchless.Less(0, sums[i]), noData, nothing)
                );
        }
    }

    /// <summary>How many rungs × weight lie below the sum, by halving.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Climb(ReadOnlySpan<long> rungs, long sum, long weight, int most)
    {
        var place = 0;
        for (var step = (rungs.Length + 1) >> 1; step > 0; step >>= 1)
        {
            place += step & Branchless.Less(rungs[place + step - 1] * weight, sum);
        }
        return Math.Min(place, most);
    }

    private int Reached(Int128 sum, long weight)
    {
        var reached = 0;
        foreach (var threshold in thresholds)
        {
            var t = (Int128)threshold * weight;
            reached += (upper ? sum > t : sum >= t) ? 1 : 0;
        }
        return reached;
    }

    /// <summary>The same with 128 bits, for amounts no firm has and files may still hold, and for linear bands.</summary>
    private void ScoreWide(int from, int to)
    {
        for (var firm = from; firm < to; firm++)
        {
            var sum = measure.Numerator(firm);
            var weight = measure.Weight is { } weights ? weights[firm] : 1;
            var place = weight == 0 ? -1 : Reached(sum * numeratorFactor, weight);
            // Value without weight cannot be divided: no data. Neither of them: nothing was exported, zero.
            var outcome =
                place < 0 ? (sum > 0 ? NoData : Nothing)
                : linear is null ? Outcome.Measured(points[place], place - 1)
                : Outcome.Measured(linear.Points(sum, weight), place - 1);
            column.Points[firm] = outcome.Points;
            column.Trail[firm] = outcome.Trail;
            column.States[firm] = outcome.State;
        }
    }
}
