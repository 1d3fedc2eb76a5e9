using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Scoring;

/// <summary>Points by a count of 0 to 255, from a table made once.</summary>
internal sealed class CountedBands : Kernel
{
    private readonly OutcomeTable outcomes;
    private readonly byte[] counts;
    private readonly ScoreColumn column;

    private CountedBands(Func<int, int> points, byte[] counts, ScoreColumn column)
    {
        (this.counts, this.column) = (counts, column);
        outcomes = new OutcomeTable(
            Enumerable.Range(0, OutcomeTable.Most).Select(n => KernelOutcome.Measured(points(n), n))
        );
    }

    /// <summary>So many points each, up to the maximum.</summary>
    public static CountedBands Of(CountRule rule, Points max, byte[] counts, ScoreColumn column) =>
        new(OfCount(rule, max), counts, column);

    /// <summary>All points for one or more.</summary>
    public static CountedBands Of(Points max, byte[] counts, ScoreColumn column) =>
        new(OfAny(max), counts, column);

    public static CountedBands Of(
        BandsRule rule,
        byte[] counts,
        ScoreColumn column,
        Rounding rounding
    ) => new(OfBands(rule, rounding), counts, column);

    /// <summary>Hundredths by count: many times the points of one may pass 32 bits, the maximum does not.</summary>
    public static Func<int, int> OfCount(CountRule rule, Points max) =>
        n => (int)Math.Min(max.Hundredths, (long)n * rule.Each.Hundredths);

    public static Func<int, int> OfAny(Points max) => n => n > 0 ? max.Hundredths : 0;

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

    public override void Score(int from, int to) =>
        outcomes.Write(counts.AsSpan(0, to - from), from, column);
}
