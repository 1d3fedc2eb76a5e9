using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Scoring;

/// <summary>The order of firms whose totals are level: by the book's ties, higher first.</summary>
internal sealed class TieOrder
{
    private readonly UsdMeasure[] measures;

    /// <summary>The sums of a tie by firm, or null where 64 bits do not hold them.</summary>
    private readonly long[]?[] sums;

    private readonly Comparison<int> thenById;
    private long[] keys = [];

    public TieOrder(Ranking ranking, TradeFacts trade)
    {
        measures = [.. ranking.Ties.Select(t => UsdMeasure.Of(t, trade))];
        sums = [.. measures.Select(m => Sums(m, trade.Count))];
        thenById = (a, b) => Compare(a, b) is var order && order != 0 ? order : a.CompareTo(b);
    }

    /// <summary>Orders firms by the ties, and who is level in all of them by id.</summary>
    public void Sort(Span<int> firms)
    {
        if (sums is not [{ } first, ..])
        {
            firms.Sort(thenById);
            return;
        }
        // By the first tie as plain numbers, which is much quicker; few are level in it.
        if (keys.Length < firms.Length)
        {
            keys = new long[firms.Length];
        }
        var sorted = keys.AsSpan(0, firms.Length);
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i] = -first[firms[i]];
        }
        sorted.Sort(firms);
        for (var from = 0; from < sorted.Length; )
        {
            var to = from + 1;
            while (to < sorted.Length && sorted[to] == sorted[from])
            {
                to++;
            }
            if (to - from > 1)
            {
                firms[from..to].Sort(thenById);
            }
            from = to;
        }
    }

    /// <returns>0 for firms level in all ties.</returns>
    public int Compare(int a, int b)
    {
        for (var tie = 0; tie < measures.Length; tie++)
        {
            var order = sums[tie] is { } known
                ? known[b].CompareTo(known[a])
                : measures[tie].Numerator(b).CompareTo(measures[tie].Numerator(a));
            if (order != 0)
            {
                return order;
            }
        }
        return 0;
    }

    private static long[]? Sums(UsdMeasure measure, int firms)
    {
        if (!measure.FitsLong(1))
        {
            return null;
        }
        if (measure.Terms is [(var cents, 1)])
        {
            return cents;
        }
        var column = new long[firms];
        measure.Numerators(0, column);
        return column;
    }
}
