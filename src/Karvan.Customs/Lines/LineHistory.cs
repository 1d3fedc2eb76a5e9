using Karvan.Customs.Records;
using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Karvan.Trade.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Lines;

/// <summary>What was said and decided about one line, the newest first.</summary>
/// <param name="Files">By the objection or decision they prove.</param>
public sealed record LineStory(
    IReadOnlyList<LineObjection> Objections,
    IReadOnlyList<CustomsAdjustment> Adjustments,
    ILookup<Guid, Attachment> Files
)
{
    /// <summary>The other halves of decisions that are two, by their ids, as far as the asker may see them.</summary>
    public IReadOnlyDictionary<Guid, CustomsAdjustment> Counterparts { get; init; } =
        new Dictionary<Guid, CustomsAdjustment>();

    public LineObjection? Open =>
        Objections.FirstOrDefault(c => c.State is LineObjectionState.Open);
}

/// <summary>Objections to a line and decisions about it, as far as the asker may see them.</summary>
public sealed class LineHistory(KarvanContext db)
{
    public async Task<LineStory> Of(
        string exporter,
        LineKey key,
        CancellationToken cancellation = default
    )
    {
        var objections = await db
            .LineObjections.AsNoTracking()
            .Where(c =>
                c.Exporter == exporter
                && c.IsImport == key.Import
                && c.Declaration == key.Declaration
                && c.LineNumber == key.LineNumber
            )
            .OrderByDescending(c => c.AskedAt)
            .ToListAsync(cancellation);
        var adjustments = await db
            .CustomsAdjustments.AsNoTracking()
            .Where(a =>
                a.Exporter == exporter
                && a.IsImport == key.Import
                && a.Declaration == key.Declaration
                && a.LineNumber == key.LineNumber
            )
            .OrderByDescending(a => a.Sequence)
            .ToListAsync(cancellation);
        var owners = objections.Select(c => c.Id).Concat(adjustments.Select(a => a.Id)).ToList();
        var files =
            owners.Count == 0
                ? []
                : await db
                    .Attachments.AsNoTracking()
                    .Include(a => a.Content)
                    .Where(a =>
                        (
                            a.OwnerKind == nameof(LineObjection)
                            || a.OwnerKind == nameof(CustomsAdjustment)
                        ) && owners.Contains(a.OwnerId)
                    )
                    .OrderBy(a => a.AddedAt)
                    .ToListAsync(cancellation);
        var halves = adjustments.Select(a => a.CounterpartId).OfType<Guid>().ToList();
        return new LineStory(objections, adjustments, files.ToLookup(f => f.OwnerId))
        {
            Counterparts =
                halves.Count == 0
                    ? new Dictionary<Guid, CustomsAdjustment>()
                    : await db
                        .CustomsAdjustments.AsNoTracking()
                        .Where(a => halves.Contains(a.Id))
                        .ToDictionaryAsync(a => a.Id, cancellation),
        };
    }

    /// <summary>What a firm sent with its report of a missing declaration.</summary>
    public async Task<IReadOnlyList<Attachment>> FilesOf(
        MissingDeclaration report,
        CancellationToken cancellation = default
    ) =>
        await db
            .Attachments.AsNoTracking()
            .Include(a => a.Content)
            .Where(a => a.OwnerKind == nameof(MissingDeclaration) && a.OwnerId == report.Id)
            .OrderBy(a => a.AddedAt)
            .ToListAsync(cancellation);

    public Task<MissingDeclaration?> Missing(Guid id, CancellationToken cancellation = default) =>
        db.MissingDeclarations.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancellation);

    public Task<LineObjection?> Objection(Guid id, CancellationToken cancellation = default) =>
        db.LineObjections.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellation);

    public Task<CustomsAdjustment?> Adjustment(Guid id, CancellationToken cancellation = default) =>
        db.CustomsAdjustments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellation);

    /// <summary>Lines of a firm with an open objection.</summary>
    public async Task<IReadOnlySet<LineKey>> Contested(
        Guid enterprise,
        CancellationToken cancellation = default
    ) => (
            await db
                .LineObjections.AsNoTracking()
                .Where(c => c.EnterpriseId == enterprise && c.State == LineObjectionState.Open)
                .Select(c => new
                {
                    c.IsImport,
                    c.Declaration,
                    c.LineNumber,
                })
                .ToListAsync(cancellation)
        ).Select(c => new LineKey(c.IsImport, c.Declaration, c.LineNumber)).ToHashSet();
}
