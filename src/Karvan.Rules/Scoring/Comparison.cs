using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Scoring;

/// <summary>
/// Scores exporters against each other within their province, in two passes: all are measured, then each is held against
/// the others. Who is removed (R7.1) is out of the evaluation and sets no standard for others; its own points are kept,
/// as if it were one more of them.
/// </summary>
internal sealed class Comparison : Kernel
{
    private readonly Criterion criterion;
    private readonly ComparedMeasure measure;
    private readonly ScoreColumn column;
    private readonly Rounding rounding;
    private readonly Fraction[] values;
    private readonly ScoreState[] states;
    private readonly int[] provinces;
    private readonly bool[] removed;

    /// <summary>By province, what those who are not removed have above zero, the highest first.</summary>
    private readonly Fraction[][] standing;

    public Comparison(
        Rulebook book,
        Criterion criterion,
        ExporterFacts facts,
        ComparedMeasure measure,
        ScoreColumn column
    )
    {
        (this.criterion, this.measure, this.column) = (criterion, measure, column);
        rounding = book.Rounding;
        values = new Fraction[facts.Roster.Count];
        states = new ScoreState[values.Length];
        provinces = [.. new RosterPools(facts.Roster).Provinces.Select(p => (int)p)];
        removed =
        [
            .. GateCheck.Of(book, facts.Compliance).Select(s => s is ExporterStatus.Removed),
        ];
        standing = new Fraction[Reference.ReferenceTable.Provinces.Rows.Count][];
    }

    public override EvidenceColumn? Evidence => measure.Evidence;

    /// <summary>Whether a criterion compares exporters.</summary>
    public static bool Of(Criterion criterion) => criterion.Rule is RelativeRule or RankedRule;

    /// <summary>The first pass, of a run of firms whose countries have been counted.</summary>
    public void Measure(int from, int to)
    {
        for (var firm = from; firm < to; firm++)
        {
            (values[firm], states[firm]) = measure.Of(firm, from);
        }
    }

    /// <summary>Between the passes.</summary>
    public void Compare()
    {
        var byProvince = Enumerable
            .Range(0, values.Length)
            .Where(firm => !removed[firm] && values[firm].Above > 0)
            .ToLookup(firm => provinces[firm], firm => values[firm]);
        for (var province = 0; province < standing.Length; province++)
        {
            standing[province] = [.. byProvince[province]];
            Array.Sort(standing[province], static (a, b) => b.Against(a));
        }
    }

    /// <summary>The second pass.</summary>
    public override void Score(int from, int to)
    {
        for (var firm = from; firm < to; firm++)
        {
            var points = Points(firm);
            column.Points[firm] = points;
            column.States[firm] = points > 0 ? ScoreState.Scored : states[firm];
            column.Trail[firm] = 0;
        }
    }

    public Fraction ValueOf(int firm) => values[firm];

    /// <summary>The best measure of a firm's province, its own among them; zero where nobody has anything.</summary>
    public Fraction BestFor(int firm)
    {
        var best = standing[provinces[firm]] is [var first, ..] ? first : Fraction.Zero;
        return values[firm].Against(best) > 0 ? values[firm] : best;
    }

    /// <summary>A firm's place, from 1, and of how many; who is level shares the place.</summary>
    public (int Place, int Of) PlaceOf(int firm)
    {
        var others = standing[provinces[firm]];
        var better = Better(others, values[firm]);
        return (better + 1, others.Length + (removed[firm] ? 1 : 0));
    }

    private int Points(int firm)
    {
        if (values[firm].Above == 0)
        {
            return 0;
        }
        var max = criterion.Max.Hundredths;
        if (criterion.Rule is not RankedRule rule)
        {
            return values[firm].PartOf(max, BestFor(firm), rounding);
        }
        var (place, of) = PlaceOf(firm);
        var share = rule.Classes[(int)((long)(place - 1) * rule.Classes.Count / of)];
        return (int)Quotient.Round((long)max * share, YearWeights.Whole, rounding);
    }

    /// <summary>How many are better, in values that fall.</summary>
    private static int Better(Fraction[] falling, Fraction value)
    {
        var (low, high) = (0, falling.Length);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            (low, high) = falling[middle].Against(value) > 0 ? (middle + 1, high) : (low, middle);
        }
        return low;
    }
}
