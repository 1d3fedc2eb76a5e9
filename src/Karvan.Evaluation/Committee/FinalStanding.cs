using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Results;
using Karvan.Rules.Scoring;

namespace Karvan.Evaluation.Committee;

/// <summary>What a result comes to for an exporter once the committee has decided.</summary>
public enum FinalStanding
{
    Winner,

    /// <summary>Stands in line, should a winner be removed.</summary>
    Reserve,

    Ranked,

    /// <summary>Held back by the final filter (clauses R7.1, R7.2).</summary>
    NotEligible,

    AwaitingCompliance,
    Removed,
}

/// <summary>Puts the committee's decisions over what was computed; ranks stay as they were.</summary>
public static class FinalStandings
{
    /// <param name="rows">Of the result, in its order.</param>
    /// <param name="chosen">Of those who are level at the last place.</param>
    /// <param name="reserve">How many stand in line, by province; who is level with the last of them stands in it too.</param>
    public static IReadOnlyDictionary<Guid, FinalStanding> Of(
        IReadOnlyList<ResultRow> rows,
        RankedWithin within,
        IReadOnlySet<string> chosen,
        Func<string, int> reserve
    )
    {
        var standings = rows.ToDictionary(r => r.Id, r => Computed(r, chosen));
        foreach (var pool in rows.GroupBy(r => TiedPlaces.PoolOf(r, within)))
        {
            var next = pool.Where(r => standings[r.Id] is FinalStanding.Ranked)
                .OrderBy(r => r.Rank)
                .ToList();
            var places = reserve(pool.Key.Province);
            if (places == 0 || next.Count == 0)
            {
                continue;
            }
            var last = next[Math.Min(places, next.Count) - 1].Rank;
            foreach (var row in next.Where(r => r.Rank <= last))
            {
                standings[row.Id] = FinalStanding.Reserve;
            }
        }
        return standings;
    }

    private static FinalStanding Computed(ResultRow row, IReadOnlySet<string> chosen) =>
        row.Status switch
        {
            ExporterStatus.Winner => FinalStanding.Winner,
            ExporterStatus.Tied => chosen.Contains(row.Exporter)
                ? FinalStanding.Winner
                : FinalStanding.Ranked,
            ExporterStatus.Ranked => FinalStanding.Ranked,
            ExporterStatus.NotEligible => FinalStanding.NotEligible,
            ExporterStatus.AwaitingCompliance => FinalStanding.AwaitingCompliance,
            ExporterStatus.Removed => FinalStanding.Removed,
            _ => throw new InvalidOperationException($"{row.Status} has no standing."),
        };
}
