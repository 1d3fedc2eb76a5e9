using System.IO.Compression;
using System.Runtime.CompilerServices;
using Karvan.Customs.Reading;
using Karvan.Customs.Records;
using Karvan.Customs.Uploads;
using Karvan.Platform.Jobs;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Importing;

/// <summary>What of the imports is asked for.</summary>
public sealed record ImportQuery(
    string? Name,
    ImportState? State,
    string? Province,
    int Page,
    int PageSize
);

/// <summary>An exporter whom no firm in the registry is known by.</summary>
public sealed record UnknownExporter(string Exporter, long Lines, long ExportCents);

/// <summary>The imports that somebody may see, the newest first, and what stands in them.</summary>
public sealed class ImportSearch(KarvanContext db)
{
    public async Task<(IReadOnlyList<CustomsImport> Imports, int Total)> Find(
        ImportQuery question,
        CancellationToken cancellation = default
    )
    {
        var asked = Asked(question);
        var total = await asked.CountAsync(cancellation);
        var imports = await asked
            .OrderByDescending(i => i.Number)
            .Skip((Math.Max(1, question.Page) - 1) * question.PageSize)
            .Take(question.PageSize)
            .ToListAsync(cancellation);
        return (imports, total);
    }

    public IAsyncEnumerable<CustomsImport> All(ImportQuery question) =>
        Asked(question).OrderByDescending(i => i.Number).AsAsyncEnumerable();

    public Task<CustomsImport?> One(Guid id, CancellationToken cancellation = default) =>
        db.CustomsImports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancellation);

    public Task<CustomsFile> FileOf(CustomsImport import, CancellationToken cancellation = default)
    {
        var id = import.FileId;
        return db
            .CustomsFiles.IgnoreQueryFilters()
            .AsNoTracking()
            .SingleAsync(f => f.Id == id, cancellation);
    }

    /// <summary>Imports of the same bytes, others than this one.</summary>
    public async Task<IReadOnlyList<CustomsImport>> OfSameFile(
        CustomsImport import,
        CancellationToken cancellation = default
    )
    {
        var file = await FileOf(import, cancellation);
        var (id, fileId, hash) = (import.Id, file.Id, file.Hash);
        return await db
            .CustomsImports.AsNoTracking()
            .Where(i =>
                i.Id != id
                && db.Set<CustomsFile>()
                    .Any(f =>
                        f.Id == i.FileId && (f.Id == fileId || (hash != null && f.Hash == hash))
                    )
            )
            .OrderBy(i => i.Number)
            .ToListAsync(cancellation);
    }

    /// <summary>Those whose place another import of the province may take.</summary>
    public Task<List<CustomsImport>> InForce(
        string? province,
        CancellationToken cancellation = default
    ) =>
        db
            .CustomsImports.AsNoTracking()
            .Where(i => i.State == ImportState.Committed && i.Province == province)
            .OrderByDescending(i => i.Sequence)
            .ToListAsync(cancellation);

    /// <summary>Files of theirs that are on their way.</summary>
    public Task<List<CustomsFile>> Coming(Guid person, CancellationToken cancellation = default) =>
        db
            .CustomsFiles.AsNoTracking()
            .Where(f => f.State == CustomsFileState.Coming && f.SentById == person)
            .OrderByDescending(f => f.BegunAt)
            .ToListAsync(cancellation);

    /// <summary>The newest job that reads it.</summary>
    public Task<Job?> JobOf(CustomsImport import, CancellationToken cancellation = default)
    {
        var id = import.Id;
        return db
            .Jobs.IgnoreQueryFilters()
            .AsNoTracking()
            .Where(j => j.SubjectId == id && j.Kind == ReadCustomsFile.JobKind)
            .OrderByDescending(j => j.Id)
            .FirstOrDefaultAsync(cancellation);
    }

    public async Task<(IReadOnlyList<CustomsDifference> Rows, int Total)> Differences(
        CustomsImport import,
        int page,
        int pageSize,
        CancellationToken cancellation = default
    )
    {
        var id = import.Id;
        var asked = db.Set<CustomsDifference>().AsNoTracking().Where(d => d.ImportId == id);
        return (
            await asked
                .OrderByDescending(d => d.Size)
                .ThenBy(d => d.Exporter)
                .Skip((Math.Max(1, page) - 1) * pageSize)
                .Take(pageSize)
                .ToListAsync(cancellation),
            await asked.CountAsync(cancellation)
        );
    }

    /// <summary>Of all that was ever found: for a download.</summary>
    public IAsyncEnumerable<CustomsDifference> AllDifferences(CustomsImport import)
    {
        var id = import.Id;
        return db.Set<CustomsDifference>()
            .AsNoTracking()
            .Where(d => d.ImportId == id)
            .OrderByDescending(d => d.Size)
            .ThenBy(d => d.Exporter)
            .AsAsyncEnumerable();
    }

    /// <summary>Exporters without a firm, those with the largest exports first.</summary>
    public async Task<IReadOnlyList<UnknownExporter>> Unknown(
        CustomsImport import,
        CancellationToken cancellation = default
    )
    {
        var id = import.Id;
        var found = await db.Set<CustomsYear>()
            .AsNoTracking()
            .Where(y => y.ImportId == id && !db.Set<OutsideId>().Any(o => o.Number == y.Exporter))
            .GroupBy(y => y.Exporter)
            .Select(g => new UnknownExporter(
                g.Key,
                g.Sum(y => (long)y.Lines),
                g.Sum(y => y.IsImport ? 0L : y.ValueCents)
            ))
            .ToListAsync(cancellation);
        return
        [
            .. found
                .OrderByDescending(e => e.ExportCents)
                .ThenBy(e => e.Exporter, StringComparer.Ordinal),
        ];
    }

    /// <summary>Names of firms by the numbers they are known by; only of those the asker may see.</summary>
    public async Task<Dictionary<string, (Guid Id, string Name)>> Firms(
        IReadOnlyCollection<string> numbers,
        CancellationToken cancellation = default
    ) => (
            await db.Set<OutsideId>()
                .Where(o => numbers.Contains(o.Number))
                .Join(
                    db.Enterprises,
                    o => o.EnterpriseId,
                    e => e.Id,
                    (o, e) =>
                        new
                        {
                            o.Number,
                            e.Id,
                            e.NameFa,
                        }
                )
                .ToListAsync(cancellation)
        ).DistinctBy(f => f.Number, StringComparer.Ordinal).ToDictionary(f => f.Number, f => (f.Id, f.NameFa), StringComparer.Ordinal);

    /// <summary>The rows that were set aside, as bytes of a CSV file.</summary>
    public async IAsyncEnumerable<byte[]> Rejected(
        CustomsImport import,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        // Pieces of one gzip stream: joined a piece at a time, unpacked as they come.
        using var packed = new PieceStream();
        await using var gzip = new GZipStream(packed, CompressionMode.Decompress);
        var id = import.Id;
        var buffer = new byte[64 * 1024];
        for (var number = 0; ; number++)
        {
            var at = number;
            var piece = await db.Set<CustomsRejection>()
                .Where(r => r.ImportId == id && r.Number == at)
                .Select(r => r.Bytes)
                .SingleOrDefaultAsync(cancellation);
            if (piece is null)
            {
                yield break;
            }
            packed.Append(piece);
            int read;
            while ((read = await gzip.ReadAsync(buffer, cancellation)) > 0)
            {
                yield return buffer[..read];
            }
        }
    }

    private IQueryable<CustomsImport> Asked(ImportQuery question)
    {
        var (name, state, province) = (question.Name, question.State, question.Province);
        return db
            .CustomsImports.AsNoTracking()
            .Where(i => name == null || i.FileName.Contains(name))
            .Where(i => state == null || i.State == state)
            .Where(i => province == null || i.Province == province);
    }

    /// <summary>What was appended and not read yet; at its end more may be appended.</summary>
    private sealed class PieceStream : MemoryStream
    {
        public void Append(byte[] piece)
        {
            SetLength(0);
            Write(piece);
            Position = 0;
        }
    }
}
