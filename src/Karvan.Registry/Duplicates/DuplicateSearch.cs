using Karvan.Platform.Persistence;
using Karvan.Platform.Searching;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Duplicates;

/// <summary>Two likely twins, both of which the asker may see.</summary>
public sealed class DuplicatePair
{
    public required LikelyDuplicate Pair { get; init; }
    public required Enterprise First { get; init; }
    public required Enterprise Second { get; init; }

    public DuplicateSigns Signs => (DuplicateSigns)Pair.Signs;
}

/// <summary>Likely twins that nobody has told apart or merged, among the firms the asker may see.</summary>
public sealed class DuplicateSearch(KarvanContext db)
{
    /// <summary>The likeliest first.</summary>
    /// <param name="sign">Only those with this one.</param>
    public FoundRows<DuplicatePair> Rows(DuplicateSigns? sign) =>
        new QueriedRows<DuplicatePair>(
            Seen()
                .WhereAsked((int?)sign, bit => p => (p.Pair.Signs & bit) != 0)
                .OrderByDescending(p => p.Pair.Signs)
                .ThenBy(p => p.Pair.Id)
        );

    /// <summary>One pair with all parts of both firms, or null.</summary>
    public async Task<DuplicatePair?> One(Guid id, CancellationToken cancellation = default)
    {
        var pair = await db.Set<LikelyDuplicate>()
            .AsNoTracking()
            .SingleOrDefaultAsync(t => t.Id == id, cancellation);
        if (pair is null)
        {
            return null;
        }
        var both = await db
            .Enterprises.AsNoTracking()
            .WithParts()
            .Where(e => e.Id == pair.FirstId || e.Id == pair.SecondId)
            .ToListAsync(cancellation);
        return both.Count == 2
            ? new DuplicatePair
            {
                Pair = pair,
                First = both.Single(e => e.Id == pair.FirstId),
                Second = both.Single(e => e.Id == pair.SecondId),
            }
            : null;
    }

    /// <summary>The likely twins of one firm.</summary>
    /// <returns><c>Hidden</c>: how many more there are among firms that the asker may not see.</returns>
    public async Task<(IReadOnlyList<DuplicatePair> Pairs, int Hidden)> Of(
        Guid firm,
        CancellationToken cancellation = default
    )
    {
        var seen = await Seen()
            .Where(p => p.Pair.FirstId == firm || p.Pair.SecondId == firm)
            .OrderByDescending(p => p.Pair.Signs)
            .ThenBy(p => p.Pair.Id)
            .ToListAsync(cancellation);
        var all = await Open(db.Enterprises.IgnoreQueryFilters([QueryFilters.Seen]))
            .CountAsync(p => p.Pair.FirstId == firm || p.Pair.SecondId == firm, cancellation);
        return (seen, all - seen.Count);
    }

    private IQueryable<DuplicatePair> Seen() => Open(db.Enterprises);

    private IQueryable<DuplicatePair> Open(IQueryable<Enterprise> firms) =>
        from pair in db.Set<LikelyDuplicate>().AsNoTracking()
        where pair.ToldApartAt == null
        join first in firms.AsNoTracking() on pair.FirstId equals first.Id
        join second in firms.AsNoTracking() on pair.SecondId equals second.Id
        where first.SuccessorId == null && second.SuccessorId == null
        select new DuplicatePair
        {
            Pair = pair,
            First = first,
            Second = second,
        };
}
