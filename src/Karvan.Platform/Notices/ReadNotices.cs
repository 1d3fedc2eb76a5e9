using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Notices;

/// <summary>A person's notices as the application shows them, the newest first.</summary>
public sealed class ReadNotices(KarvanContext db, TimeProvider clock)
{
    public Task<List<Notice>> Of(
        Guid person,
        int skip,
        int take,
        CancellationToken cancellation = default
    ) =>
        db.Set<Notice>()
            .AsNoTracking()
            .Where(n => n.PersonId == person)
            .OrderByDescending(n => n.WrittenAt)
            .ThenByDescending(n => n.Id)
            .Skip(skip)
            .Take(take)
            .ToListAsync(cancellation);

    /// <summary>Those that their reader has not seen yet.</summary>
    public Task<List<Notice>> New(
        Guid person,
        int take,
        CancellationToken cancellation = default
    ) =>
        db.Set<Notice>()
            .AsNoTracking()
            .Where(n => n.PersonId == person && n.ReadAt == null)
            .OrderByDescending(n => n.WrittenAt)
            .ThenByDescending(n => n.Id)
            .Take(take)
            .ToListAsync(cancellation);

    public Task<int> Count(Guid person, CancellationToken cancellation = default) =>
        db.Set<Notice>().CountAsync(n => n.PersonId == person, cancellation);

    /// <summary>Their reader has them before their eyes.</summary>
    public async Task Seen(
        Guid person,
        IReadOnlyCollection<Guid> notices,
        CancellationToken cancellation = default
    )
    {
        if (notices.Count == 0)
        {
            return;
        }
        var now = clock.GetUtcNow().UtcDateTime;
        using var writer = await db.WriteGate.Enter(cancellation);
        await db.Set<Notice>()
            .Where(n => n.PersonId == person && n.ReadAt == null && notices.Contains(n.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), cancellation);
    }
}
