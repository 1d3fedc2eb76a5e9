using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Duplicates;

/// <summary>
/// Notes the likely twins among all firms, after many were registered at once. One walk over the traces in the order of their
/// keys: only firms that share one are compared.
/// </summary>
public sealed class NoteAllDuplicates(KarvanContext db, Changes changes)
{
    /// <summary>A key that more firms share tells nothing.</summary>
    private const int MostSharing = 30;

    /// <returns>How many pairs were added.</returns>
    public async Task<int> Run(CancellationToken cancellation = default)
    {
        await using var change = await changes.Begin(PlatformActs.RunSystem, cancellation);
        await DatabaseLock.Take(db, RegistryLocks.Duplicates, cancellation);
        var pairs = await Pairs(cancellation);
        var known = await db.Set<LikelyDuplicate>()
            .AsNoTracking()
            .Select(t => new { t.FirstId, t.SecondId })
            .ToListAsync(cancellation);
        foreach (var pair in known)
        {
            pairs.Remove((pair.FirstId, pair.SecondId));
        }
        if (pairs.Count == 0)
        {
            return 0;
        }
        var signs = await Compare(pairs, cancellation);
        db.AddRange(signs);
        await change.Commit(new LikelyDuplicatesNoted(signs.Count), cancellation);
        return signs.Count;
    }

    private async Task<HashSet<(Guid, Guid)>> Pairs(CancellationToken cancellation)
    {
        var pairs = new HashSet<(Guid, Guid)>();
        var (key, sharing) = ("", new List<Guid>());
        var traces = db.Set<EnterpriseTrace>()
            .AsNoTracking()
            .OrderBy(t => t.Key)
            .AsAsyncEnumerable();
        await foreach (var trace in traces.WithCancellation(cancellation))
        {
            if (trace.Key != key)
            {
                Cross(sharing, pairs);
                (key, sharing) = (trace.Key, []);
            }
            sharing.Add(trace.EnterpriseId);
        }
        Cross(sharing, pairs);
        return pairs;
    }

    private static void Cross(List<Guid> sharing, HashSet<(Guid, Guid)> pairs)
    {
        if (sharing.Count is < 2 or > MostSharing)
        {
            return;
        }
        sharing.Sort();
        for (var i = 0; i < sharing.Count; i++)
        {
            for (var j = i + 1; j < sharing.Count; j++)
            {
                pairs.Add((sharing[i], sharing[j]));
            }
        }
    }

    private async Task<List<LikelyDuplicate>> Compare(
        HashSet<(Guid First, Guid Second)> pairs,
        CancellationToken cancellation
    )
    {
        var firms = new Dictionary<Guid, Likeness>();
        foreach (
            var some in pairs.SelectMany(p => new[] { p.First, p.Second }).Distinct().Chunk(1000)
        )
        {
            var found = await db
                .Enterprises.IgnoreQueryFilters([QueryFilters.Seen])
                .AsNoTracking()
                .Where(e => some.Contains(e.Id))
                .Select(e => new
                {
                    e.Id,
                    e.NameFa,
                    Keys = e.Traces.Select(t => t.Key).ToList(),
                })
                .ToListAsync(cancellation);
            foreach (var firm in found)
            {
                firms[firm.Id] = Likeness.Of(firm.Id, firm.NameFa, firm.Keys);
            }
        }
        return
        [
            .. pairs
                .Select(p => (p.First, p.Second, Signs: firms[p.First].With(firms[p.Second])))
                .Where(p => p.Signs is not DuplicateSigns.None)
                .Select(p => LikelyDuplicate.Of(p.First, p.Second, p.Signs)),
        ];
    }
}
