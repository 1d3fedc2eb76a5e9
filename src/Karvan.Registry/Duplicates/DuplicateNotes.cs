using Karvan.Platform.Persistence;
using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Duplicates;

/// <summary>
/// Keeps the pairs of likely twins of one firm up to date, inside the change that registers or edits it. It looks up the firm's
/// traces in their index; what was told apart stays so.
/// </summary>
internal sealed class DuplicateNotes(KarvanContext db)
{
    /// <summary>A firm with more look-alikes has a name that tells nothing; the first ones are shown.</summary>
    private const int MostTraces = 400;

    internal async Task Refresh(Enterprise firm, CancellationToken cancellation)
    {
        // Two twins may register at once: the second one waits, and then finds the first.
        await DatabaseLock.Take(db, RegistryLocks.Duplicates, cancellation);
        var wanted = await Find(firm, cancellation);
        var noted = await db.Set<LikelyDuplicate>()
            .Where(t => t.FirstId == firm.Id || t.SecondId == firm.Id)
            .ToListAsync(cancellation);
        foreach (var pair in noted)
        {
            if (wanted.Remove(pair.Other(firm.Id), out var signs))
            {
                pair.Seem(signs);
            }
            else if (pair.ToldApartAt is null)
            {
                db.Remove(pair);
            }
        }
        db.AddRange(wanted.Select(w => LikelyDuplicate.Of(firm.Id, w.Key, w.Value)));
    }

    private async Task<Dictionary<Guid, DuplicateSigns>> Find(
        Enterprise firm,
        CancellationToken cancellation
    )
    {
        var keys = firm.Traces.Select(t => t.Key).ToList();
        var hits = await db.Set<EnterpriseTrace>()
            .AsNoTracking()
            .Where(t => keys.Contains(t.Key) && t.EnterpriseId != firm.Id)
            .OrderBy(t => t.Key)
            .ThenBy(t => t.EnterpriseId)
            .Take(MostTraces)
            .ToListAsync(cancellation);
        var ids = hits.Select(h => h.EnterpriseId).Distinct().ToList();
        // Whoever registers sees no firm but their own; what is noted here, the expert sees by their own scope.
        var names = await db
            .Enterprises.IgnoreQueryFilters([QueryFilters.Seen])
            .Where(e => ids.Contains(e.Id))
            .Select(e => new { e.Id, e.NameFa })
            .ToDictionaryAsync(e => e.Id, e => e.NameFa, cancellation);
        var self = Likeness.Of(firm.Id, firm.NameFa, keys);
        return hits.GroupBy(h => h.EnterpriseId)
            .Select(g =>
                (
                    Id: g.Key,
                    Signs: self.With(Likeness.Of(g.Key, names[g.Key], g.Select(t => t.Key)))
                )
            )
            .Where(f => f.Signs is not DuplicateSigns.None)
            .ToDictionary(f => f.Id, f => f.Signs);
    }
}
