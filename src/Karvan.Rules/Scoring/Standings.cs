using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Scoring;

/// <summary>
/// Ranks and winners. Within a pool by total, then by the book's ties; who is level in all shares the rank
/// (1, 2, 2, 4 …). Where the last places do not suffice for all who are level, none of them wins: an id decides nothing.
/// </summary>
public sealed class Standings
{
    private Standings(int[] order, int[] ranks, ExporterStatus[] statuses) =>
        (Order, Ranks, Statuses) = (order, ranks, statuses);

    /// <summary>Firms by pool, in it by rank, level ones by id, then the removed by id.</summary>
    public int[] Order { get; }

    /// <summary>From 1, by firm; 0 for the removed.</summary>
    public int[] Ranks { get; }

    public ExporterStatus[] Statuses { get; }

    /// <param name="sheet">The points.</param>
    /// <param name="winners">Places in each pool, 0 or more.</param>
    /// <param name="within">Who competes with whom.</param>
    public static Standings Of(ScoreSheet sheet, int winners, RankingPool within)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(winners);
        return Of(sheet, _ => winners, within);
    }

    /// <param name="sheet">The points.</param>
    /// <param name="winners">Places in each pool of a province, 0 or more, by the code of the province.</param>
    /// <param name="within">Who competes with whom.</param>
    public static Standings Of(ScoreSheet sheet, Func<string, int> winners, RankingPool within)
    {
        var firms = sheet.Firms;
        var statuses = GateCheck.Of(sheet.Book, sheet.Compliance);
        var keys = Keys(sheet, statuses, within);
        var order = StandingOrder.Sort(keys);
        var ties = new TieOrder(sheet.Book.Ranking, sheet.Trade);
        var ranks = new int[firms];
        for (var from = 0; from < firms; )
        {
            var to = from;
            while (to < firms && StandingKey.SamePool(keys[order[to]], keys[order[from]]))
            {
                to++;
            }
            var places = winners(sheet.Roster.Exporters[order[from]].Province);
            ArgumentOutOfRangeException.ThrowIfNegative(places, nameof(winners));
            RankPool(order.AsSpan(from, to - from), keys, ties, ranks, statuses, places);
            from = to;
        }
        return new Standings(order, ranks, statuses);
    }

    private static ulong[] Keys(ScoreSheet sheet, ExporterStatus[] statuses, RankingPool within)
    {
        var groups = sheet.Book.ProductGroups;
        var byId = groups.Select(g => g.Id).Order(StringComparer.Ordinal).ToList();
        // Firms for all goods, group −1, come before the first group.
        int[] placeOfGroup = [0, .. groups.Select(g => byId.IndexOf(g.Id) + 1)];
        var byGroup = within is RankingPool.ProvinceAndGroup;
        var pools = sheet.Pools;
        var annul = sheet.Book.Gates.Any(g => g.Phase is GatePhase.Multiply);
        var keys = new ulong[sheet.Firms];
        for (var firm = 0; firm < keys.Length; firm++)
        {
            var pool = (int)pools.Provinces[firm];
            if (byGroup)
            {
                pool = pool * placeOfGroup.Length + placeOfGroup[pools.ProductGroups[firm] + 1];
            }
            keys[firm] = StandingKey.Of(
                pool,
                statuses[firm] is ExporterStatus.Removed,
                annul ? sheet.TotalOf(firm) : sheet.Totals[firm]
            );
        }
        return keys;
    }

    /// <summary>Orders a pool's level totals by the ties, gives ranks, and hands out the places.</summary>
    private static void RankPool(
        Span<int> pool,
        ulong[] keys,
        TieOrder ties,
        int[] ranks,
        ExporterStatus[] statuses,
        int places
    )
    {
        for (var from = 0; from < pool.Length; )
        {
            if (statuses[pool[from]] is ExporterStatus.Removed)
            {
                return;
            }
            var to = from + 1;
            while (to < pool.Length && keys[pool[to]] == keys[pool[from]])
            {
                to++;
            }
            var level = pool[from..to];
            if (level.Length > 1)
            {
                ties.Sort(level);
            }
            for (var i = 0; i < level.Length; )
            {
                var j = i + 1;
                while (j < level.Length && ties.Compare(level[i], level[j]) == 0)
                {
                    j++;
                }
                places = GivePlaces(level[i..j], from + i + 1, ranks, statuses, places);
                i = j;
            }
            from = to;
        }
    }

    /// <returns>The places left.</returns>
    private static int GivePlaces(
        ReadOnlySpan<int> level,
        int rank,
        int[] ranks,
        ExporterStatus[] statuses,
        int places
    )
    {
        var eligible = 0;
        foreach (var firm in level)
        {
            ranks[firm] = rank;
            eligible += statuses[firm] is ExporterStatus.Ranked ? 1 : 0;
        }
        if (eligible == 0 || places == 0)
        {
            return places;
        }
        var given = eligible <= places ? ExporterStatus.Winner : ExporterStatus.Tied;
        foreach (var firm in level)
        {
            if (statuses[firm] is ExporterStatus.Ranked)
            {
                statuses[firm] = given;
            }
        }
        // Places over which several are tied stay open until the committee decides.
        return given is ExporterStatus.Winner ? places - eligible : 0;
    }
}
