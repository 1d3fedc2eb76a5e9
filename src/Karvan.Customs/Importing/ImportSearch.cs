using System.IO.Compression;
using System.Runtime.CompilerServices;
using Karvan.Customs.Reading;
using Karvan.Customs.Records;
using Karvan.Customs.Uploads;
using Karvan.Platform.Jobs;
using Karvan.Platform.Persistence;
using Karvan.Platform.Searching;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Importing;

/// <summary>What of the imports is asked for.</summary>
public sealed record ImportQuery(
    string? Name = null,
    ImportState? State = null,
    string? Province = null
);

/// <summary>An exporter whom no firm in the registry is known by.</summary>
public sealed record UnknownExporter(string Exporter, long Lines, long ExportCents);

/// <summary>The imports that somebody may see, the newest first, and what stands in them.</summary>
public sealed class ImportSearch(KarvanContext db)
{
    public FoundRows<CustomsImport> Rows(ImportQuery question) =>
        new QueriedRows<CustomsImport>(
            db.CustomsImports.AsNoTracking()
                .WhereAsked(
                    question.Name,
                    name =>
                    {
                        var latin = PersianText.LatinDigits(name);
                        return i => i.FileName.Contains(name) || i.FileName.Contains(latin);
                    }
                )
                .WhereAsked(question.State, state => i => i.State == state)
                .WhereAsked(question.Province, province => i => i.Province == province)
                .OrderByDescending(i => i.Number)
        );

    /// <summary>The import of a number; null where there is none, or the asker may not see it.</summary>
    public Task<CustomsImport?> Numbered(int number, CancellationToken cancellation = default) =>
        db
            .CustomsImports.AsNoTracking()
            .SingleOrDefaultAsync(i => i.Number == number, cancellation);

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

    /// <summary>The largest first.</summary>
    public FoundRows<CustomsDifference> Differences(CustomsImport import)
    {
        var id = import.Id;
        return new QueriedRows<CustomsDifference>(
            db.Set<CustomsDifference>()
                .AsNoTracking()
                .Where(d => d.ImportId == id)
                .OrderByDescending(d => d.Size)
                .ThenBy(d => d.Exporter)
        );
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

    /// <summary>The rejected rows, as bytes of a CSV file.</summary>
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
