using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Scoring;

/// <summary>Points by a count of 0 to 255, from a table made once.</summary>
internal sealed class CountedBands : Kernel
{
    private const int Counts = 256;

    private readonly int[] pointsOfCount;
    private readonly byte[] counts;
    private readonly ScoreColumn column;

    private CountedBands(Func<int, int> points, byte[] counts, ScoreColumn column)
    {
        (this.counts, this.column) = (counts, column);
        pointsOfCount = [.. Enumerable.Range(0, Counts).Select(points)];
    }

    /// <summary>So many points each, up to the maximum.</summary>
    public static CountedBands Of(CountRule rule, Points max, byte[] counts, ScoreColumn column) =>
        new(n => Math.Min(max.Hundredths, n * rule.Each.Hundredths), counts, column);

    /// <summary>All points for one or more.</summary>
    public static CountedBands Of(Points max, byte[] counts, ScoreColumn column) =>
        new(n => n > 0 ? max.Hundredths : 0, counts, column);

    public static CountedBands Of(
        BandsRule rule,
        byte[] counts,
        ScoreColumn column,
        Rounding rounding
    ) => new(OfBands(rule, rounding), counts, column);

    /// <summary>The points a bands rule gives to a count.</summary>
    public static Func<int, int> OfBands(BandsRule rule, Rounding rounding)
    {
        if (rule.Linear)
        {
            var linear = new LinearBands(rule, 1, rounding);
            return n => linear.Points(n, 1);
        }
        return n =>
            (
                rule.PlaceOf(n) is >= 0 and var place ? rule.Bands[place].Points : rule.Below
            ).Hundredths;
    }

    public override void Score(int from, int to)
    {
        var points = column.Points.AsSpan(from, to - from);
        var states = column.States.AsSpan(from, to - from);
        var trail = column.Trail.AsSpan(from, to - from);
        ReadOnlySpan<int> table = pointsOfCount.AsSpan(0, Counts);
        var run = counts.AsSpan(0, points.Length);
        for (var i = 0; i < run.Length; i++)
        {
            var given = table[run[i]];
            points[i] = given;
            trail[i] = run[i];
            states[i] = given > 0 ? ScoreState.Scored : ScoreState.Zero;
        }
    }
}
