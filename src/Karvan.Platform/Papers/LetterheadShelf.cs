using Karvan.Platform.Authorization;
using Karvan.Platform.Modules;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Papers;

/// <summary>Letterheads; what stands on a body's paper is no secret.</summary>
public sealed class LetterheadShelf(KarvanContext db)
{
    /// <summary>All, those of one body and province together, the latest first.</summary>
    public Task<List<Letterhead>> All(CancellationToken cancellation = default) =>
        db
            .Letterheads.AsNoTracking()
            .OrderBy(l => l.Issuer)
            .ThenByDescending(l => l.From)
            .ToListAsync(cancellation);

    public Task<Letterhead?> Find(Guid id, CancellationToken cancellation = default) =>
        db.Letterheads.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, cancellation);

    /// <summary>The one of a body and province that holds on a day; null where none has begun.</summary>
    public Task<Letterhead?> On(
        string issuer,
        DateOnly day,
        CancellationToken cancellation = default
    ) =>
        db
            .Letterheads.AsNoTracking()
            .Where(l => l.Issuer == issuer && l.From <= day)
            .OrderByDescending(l => l.From)
            .FirstOrDefaultAsync(cancellation);

    /// <summary>Those under which somebody may issue papers of a kind about a record of a province: the province's, and those of the whole country.</summary>
    public async Task<IReadOnlyList<Letterhead>> For(
        Actor actor,
        PaperKind kind,
        Subject about,
        DateOnly day,
        CancellationToken cancellation = default
    )
    {
        var begun = await db
            .Letterheads.AsNoTracking()
            .Where(l => l.From <= day && (l.Province == null || l.Province == about.Province))
            .ToListAsync(cancellation);
        return
        [
            .. begun
                .GroupBy(l => l.Issuer, StringComparer.Ordinal)
                .Select(of => of.MaxBy(l => l.From)!)
                .Where(l =>
                    Access.Allows(
                        actor,
                        kind.Issue,
                        OfficialPaper.SubjectOf(l.Body, l.Province, about.EnterpriseId)
                    )
                )
                .OrderBy(l => l.Province is null)
                .ThenBy(l => l.Issuer, StringComparer.Ordinal),
        ];
    }
}
