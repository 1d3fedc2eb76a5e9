using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Duplicates;

/// <summary>Why two likely twins are not told apart.</summary>
public enum DuplicateRefusal
{
    /// <summary>Not there, or one of the firms is not this expert's to see.</summary>
    NotFound,

    /// <summary>Somebody decided on it since the page was opened.</summary>
    Stale,
}

/// <summary>An expert says that two registrations are two firms: they are not shown again.</summary>
public sealed class TellDuplicatesApart(KarvanContext db, Changes changes, TimeProvider clock)
{
    public async Task<DuplicateRefusal?> Run(
        Guid id,
        int version,
        string? remark,
        CancellationToken cancellation = default
    )
    {
        await using var change = await changes.Begin(RegistryActs.SucceedEnterprise, cancellation);
        await DatabaseLock.Take(db, RegistryLocks.Duplicates, cancellation);
        var pair = await db.Set<LikelyDuplicate>()
            .SingleOrDefaultAsync(t => t.Id == id, cancellation);
        var provinces = pair is null
            ? []
            : await db
                .Enterprises.Where(e => e.Id == pair.FirstId || e.Id == pair.SecondId)
                .OrderBy(e => e.Id == pair.SecondId)
                .Select(e => e.Province)
                .ToListAsync(cancellation);
        if (pair is null || provinces.Count != 2)
        {
            return DuplicateRefusal.NotFound;
        }
        if (pair.Version != version || pair.ToldApartAt is not null)
        {
            return DuplicateRefusal.Stale;
        }
        pair.TellApart(clock.GetUtcNow().UtcDateTime, remark);
        await change.Commit(new DuplicatesToldApart(pair.SubjectIn(provinces[0])), cancellation);
        return null;
    }
}
