using Karvan.Customs.Records;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Importing;

/// <summary>What tells an import from others, without its report.</summary>
/// <param name="At">When it was read; when it was begun, where it was not.</param>
public sealed record ImportGlance(Guid Id, int Number, string FileName, long Rejected, DateTime At);

/// <summary>The imports that somebody may see, at a glance: for start pages and for names.</summary>
public sealed class ImportGlances(KarvanContext db)
{
    /// <summary>Those about which somebody has to decide something, the oldest first.</summary>
    public async Task<(IReadOnlyList<ImportGlance> Imports, int Total)> Undecided(
        int most,
        CancellationToken cancellation = default
    )
    {
        var undecided = db
            .CustomsImports.AsNoTracking()
            .Where(i =>
                i.State == ImportState.Mapping
                || i.State == ImportState.Ready
                || i.State == ImportState.Unusable
            );
        var oldest = await Glances(undecided.OrderBy(i => i.Number))
            .Take(most)
            .ToListAsync(cancellation);
        return (
            oldest,
            oldest.Count < most ? oldest.Count : await undecided.CountAsync(cancellation)
        );
    }

    /// <summary>Those that were read last, in the order of their numbers.</summary>
    public async Task<IReadOnlyList<ImportGlance>> LastRead(
        int most,
        CancellationToken cancellation = default
    )
    {
        var last = await Glances(
                db.CustomsImports.AsNoTracking()
                    .Where(i => i.ReadAt != null)
                    .OrderByDescending(i => i.Number)
            )
            .Take(most)
            .ToListAsync(cancellation);
        last.Reverse();
        return last;
    }

    /// <summary>Those of these ids that the asker may see.</summary>
    public Task<List<ImportGlance>> Of(
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellation = default
    ) =>
        Glances(db.CustomsImports.AsNoTracking().Where(i => ids.Contains(i.Id)))
            .ToListAsync(cancellation);

    private static IQueryable<ImportGlance> Glances(IQueryable<CustomsImport> imports) =>
        imports.Select(i => new ImportGlance(
            i.Id,
            i.Number,
            i.FileName,
            i.Rejected,
            i.ReadAt ?? i.BegunAt
        ));
}
