using Karvan.Bench.Harness;
using Karvan.Rules.Scoring;

namespace Karvan.Bench.Scoring;

/// <summary>A sheet that was changed must equal one made afresh, in every point, state and trail, and in its standings.</summary>
internal static class SameSheet
{
    private const int Winners = 10;

    public static void Check(string what, ScoreSheet changed, ScoreSheet fresh)
    {
        Check(what, "totals", changed.Totals, fresh.Totals);
        for (var c = 0; c < fresh.Columns.Count; c++)
        {
            var (a, b) = (changed.Columns[c], fresh.Columns[c]);
            var id = fresh.Book.Criteria[c].Id;
            Check(what, $"points of {id}", a.Points, b.Points);
            Check(what, $"states of {id}", a.States, b.States);
            Check(what, $"trails of {id}", a.Trail, b.Trail);
        }
        var within = fresh.Book.Ranking.Within;
        var (mine, theirs) = (
            Standings.Of(changed, Winners, within),
            Standings.Of(fresh, Winners, within)
        );
        Check(what, "order", mine.Order, theirs.Order);
        Check(what, "ranks", mine.Ranks, theirs.Ranks);
        Check(what, "statuses", mine.Statuses, theirs.Statuses);
    }

    private static void Check<T>(string what, string part, T[] changed, T[] fresh)
    {
        for (var firm = 0; firm < fresh.Length; firm++)
        {
            if (!EqualityComparer<T>.Default.Equals(changed[firm], fresh[firm]))
            {
                throw new BenchException(
                    $"After {what} the {part} at {firm} are {changed[firm]}; made afresh they are {fresh[firm]}."
                );
            }
        }
    }
}
