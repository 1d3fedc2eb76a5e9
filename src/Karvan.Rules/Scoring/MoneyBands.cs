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

    private readonly UsdMeasure measure;
    private readonly ScoreColumn column;
    private readonly long[] thresholds;
    private readonly int[] points;
    private readonly long numeratorFactor;
    private readonly bool upper;
    private readonly bool fast;
    private readonly LinearBands? linear;
    private readonly long[] numerators = new long[Run];
    private readonly long[] steps = new long[Run];

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
        fast = linear is null && measure.FitsLong(thresholds[^1]);
    }

    public static MoneyBands Of(
        BandsRule rule,
        UsdMeasure measure,
        ScoreColumn column,
        Rounding rounding
    ) => new(rule, measure, column, rounding);

    public override void Score(int from, int to)
    {
        if (!fast)
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
        var places = steps.AsSpan(0, count);
        if (measure.Weight is null)
        {
            CountReached(sums, places);
        }
        else
        {
            CountReached(sums, measure.Weight.AsSpan(from, count), places);
        }
        Write(from, sums, places);
    }

    private void Write(int from, ReadOnlySpan<long> sums, ReadOnlySpan<long> places)
    {
        var count = sums.Length;
        var outPoints = column.Points.AsSpan(from, count);
        var outStates = column.States.AsSpan(from, count);
        var outTrail = column.Trail.AsSpan(from, count);
        for (var i = 0; i < count; i++)
        {
            var place = (int)places[i];
            var given = points[place];
            outPoints[i] = given;
            outTrail[i] = (short)(place - 1);
            outStates[i] = given > 0 ? ScoreState.Scored : ScoreState.Zero;
        }
        if (measure.Weight is { } weight)
        {
            for (var i = 0; i < count; i++)
            {
                if (weight[from + i] == 0)
                {
                    Weightless(from + i, sums[i] > 0);
                }
            }
        }
    }

    /// <summary>Value without weight cannot be divided: no data. Neither value nor weight: nothing was exported, zero.</summary>
    private void Weightless(int firm, bool value)
    {
        column.Points[firm] = 0;
        column.Trail[firm] = -1;
        column.States[firm] = value ? ScoreState.NoData : ScoreState.Zero;
    }

    private void CountReached(ReadOnlySpan<long> sums, Span<long> places)
    {
        var i = 0;
        for (; i <= sums.Length - Vector<long>.Count; i += Vector<long>.Count)
        {
            var sum = new Vector<long>(sums[i..]);
            var reached = Vector<long>.Zero;
            foreach (var threshold in thresholds)
            {
                var t = new Vector<long>(threshold);
                reached -= upper ? Vector.GreaterThan(sum, t) : Vector.GreaterThanOrEqual(sum, t);
            }
            reached.CopyTo(places[i..]);
        }
        for (; i < sums.Length; i++)
        {
            places[i] = Reached(sums[i], 1);
        }
    }

    private void CountReached(
        ReadOnlySpan<long> sums,
        ReadOnlySpan<long> weights,
        Span<long> places
    )
    {
        var i = 0;
        for (; i <= sums.Length - Vector<long>.Count; i += Vector<long>.Count)
        {
            var sum = new Vector<long>(sums[i..]);
            var weight = new Vector<long>(weights[i..]);
            var reached = Vector<long>.Zero;
            foreach (var threshold in thresholds)
            {
                var t = weight * threshold;
                reached -= upper ? Vector.GreaterThan(sum, t) : Vector.GreaterThanOrEqual(sum, t);
            }
            reached.CopyTo(places[i..]);
        }
        for (; i < sums.Length; i++)
        {
            places[i] = Reached(sums[i], weights[i]);
        }
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

    /// <summary>The same with 128 bits, for amounts no firm has and files may still hold.</summary>
    private void ScoreWide(int from, int to)
    {
        for (var firm = from; firm < to; firm++)
        {
            var sum = measure.Numerator(firm);
            var weight = measure.Weight is { } weights ? weights[firm] : 1;
            if (weight == 0)
            {
                Weightless(firm, sum > 0);
                continue;
            }
            var place = Reached(sum * numeratorFactor, weight);
            var given = linear is null ? points[place] : linear.Points(sum, weight);
            column.Points[firm] = given;
            column.Trail[firm] = (short)(place - 1);
            column.States[firm] = given > 0 ? ScoreState.Scored : ScoreState.Zero;
        }
    }
}
