using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Reference;

/// <summary>Reads the lists. They are short, and everybody may.</summary>
public sealed class ReferenceShelf(KarvanContext db)
{
    /// <summary>The rows that stand.</summary>
    public Task<List<TRow>> Rows<TRow>(CancellationToken cancellation = default)
        where TRow : ReferenceRow =>
        db.Set<TRow>()
            .AsNoTracking()
            .Where(r => r.WithdrawnAt == null)
            .OrderBy(r => r.Id)
            .ToListAsync(cancellation);

    /// <summary>With the rows that were withdrawn, as the history names them.</summary>
    public Task<List<TRow>> Ever<TRow>(CancellationToken cancellation = default)
        where TRow : ReferenceRow => db.Set<TRow>().AsNoTracking().ToListAsync(cancellation);

    /// <returns>Null where it is not, or no longer, in the list.</returns>
    public Task<TRow?> Find<TRow>(Guid id, CancellationToken cancellation = default)
        where TRow : ReferenceRow =>
        db.Set<TRow>()
            .AsNoTracking()
            .SingleOrDefaultAsync(r => r.Id == id && r.WithdrawnAt == null, cancellation);

    public Task<int> Count<TRow>(CancellationToken cancellation = default)
        where TRow : ReferenceRow =>
        db.Set<TRow>().CountAsync(r => r.WithdrawnAt == null, cancellation);

    public async Task<Missions> Missions(CancellationToken cancellation = default) =>
        new(await Rows<Mission>(cancellation));

    public async Task<SizeClass> Sizes(CancellationToken cancellation = default) =>
        new(await Rows<SizeThreshold>(cancellation));

    public async Task<ProductGroups> ProductGroups(CancellationToken cancellation = default) =>
        new(await Rows<ProductGroup>(cancellation));

    public async Task<CountryNames> CountryNames(CancellationToken cancellation = default) =>
        new(await Rows<CountryAlias>(cancellation));

    public async Task<WorkingDays> WorkingDays(CancellationToken cancellation = default) =>
        Reference.WorkingDays.Of(await Rows<Holiday>(cancellation));

    /// <summary>What happened to a list, newest first: who changed what, and when.</summary>
    /// <param name="row">The type of its rows.</param>
    public async Task<(IReadOnlyList<AuditEvent> Events, int Total)> History(
        Type row,
        int page,
        int pageSize,
        CancellationToken cancellation = default
    )
    {
        var found = db.AuditEvents.AsNoTracking().Where(e => e.SubjectKind == row.Name);
        var total = await found.CountAsync(cancellation);
        var events = await found
            .OrderByDescending(e => e.Id)
            .Skip((Math.Max(1, page) - 1) * pageSize)
            .Take(pageSize)
            .ToListAsync(cancellation);
        return (events, total);
    }
}
