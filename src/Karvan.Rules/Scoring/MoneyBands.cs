using System.Numerics;
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

    private static readonly KernelOutcome NoData = new(0, ScoreState.NoData, -1);
    private static readonly KernelOutcome Nothing = new(0, ScoreState.Zero, -1);

    private readonly UsdMeasure measure;
    private readonly ScoreColumn column;
    private readonly long[] thresholds;
    private readonly int[] points;
    private readonly long numeratorFactor;
    private readonly bool upper;
    private readonly LinearBands? linear;

    /// <summary>Outcomes by the number of thresholds reached, then the two of firms without weight; null when 64 bits or a byte do not hold them.</summary>
    private readonly OutcomeTable? outcomes;
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
        points = [rule.Below.Hundredths, .. rule.Bands.Select(b => b.Points.Hundredths)];
        linear = rule.Linear ? new LinearBands(rule, measure.Scale, rounding) : null;

        var all = points
            .Select((given, place) => KernelOutcome.Measured(given, place - 1))
            .ToList();
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
        Climb(sums, measure.Weight is { } weights ? weights.AsSpan(from, count) : []);
        var codes = numbers.AsSpan(0, count);
        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] = (byte)sums[i];
        }
        outcomes.Write(codes, from, column);
    }

    private static int Place(List<KernelOutcome> all, KernelOutcome outcome)
    {
        if (!all.Contains(outcome))
        {
            all.Add(outcome);
        }
        return all.IndexOf(outcome);
    }

    /// <summary>Puts in the place of each sum how many thresholds it reached, several firms at once.</summary>
    /// <param name="weights">Empty when nothing is divided.</param>
    private void Climb(Span<long> sums, ReadOnlySpan<long> weights)
    {
        // Of integers, sum ≥ t says the same as t < sum + 1.
        var held = new Vector<long>(upper ? 0 : 1);
        var i = 0;
        for (; i <= sums.Length - Vector<long>.Count; i += Vector<long>.Count)
        {
            var sum = new Vector<long>(sums[i..]);
            var reached = weights.IsEmpty
                ? Reached(sum + held)
                : Reached(sum, sum + held, new Vector<long>(weights[i..]));
            reached.CopyTo(sums[i..]);
        }
        for (; i < sums.Length; i++)
        {
            var weight = weights.IsEmpty ? 1 : weights[i];
            sums[i] =
                weight > 0 ? Reached(sums[i], weight)
                : sums[i] > 0 ? noData
                : nothing;
        }
    }

    private Vector<long> Reached(Vector<long> sum)
    {
        var reached = Vector<long>.Zero;
        foreach (var threshold in thresholds)
        {
            // A comparison that holds is −1.
            reached -= Vector.LessThan(new Vector<long>(threshold), sum);
        }
        return reached;
    }

    private Vector<long> Reached(Vector<long> sum, Vector<long> held, Vector<long> weight)
    {
        var reached = Vector<long>.Zero;
        foreach (var threshold in thresholds)
        {
            reached -= Vector.LessThan(new Vector<long>(threshold) * weight, held);
        }
        var without = Vector.ConditionalSelect(
            Vector.GreaterThan(sum, Vector<long>.Zero),
            new Vector<long>(noData),
            new Vector<long>(nothing)
        );
        return Vector.ConditionalSelect(Vector.Equals(weight, Vector<long>.Zero), without, reached);
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
                : linear is null ? KernelOutcome.Measured(points[place], place - 1)
                : KernelOutcome.Measured(linear.Points(sum, weight), place - 1);
            column.Points[firm] = outcome.Points;
            column.Trail[firm] = outcome.Trail;
            column.States[firm] = outcome.State;
        }
    }
}
