using System.IO.Compression;
using Karvan.Customs.Reading;
using Karvan.Customs.Records;
using Karvan.Customs.Uploads;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Reference;
using Karvan.Trade.Files;
using Karvan.Trade.Mapping.Guessing;
using Karvan.Trade.Mapping.Preview;
using Karvan.Trade.Mapping.Profiles;
using Karvan.Trade.Sources;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Importing;

/// <summary>The beginning of an import's file as a table, and a guess of its mapping.</summary>
/// <param name="Refused">Why the file cannot be looked at: what was found, what was expected, what to do.</param>
public sealed record ImportPreview(FilePreview? Table, string? Refused);

/// <summary>
/// Looks at the beginning of a customs file. Of a text no more than that is fetched, however large it is; a workbook can
/// only be opened whole.
/// </summary>
public sealed class PreviewImport(KarvanContext db, FetchFile fetch, ReferenceShelf shelf)
{
    private const int Beginning = 2 << 20;
    private const string Packed = ".gz";
    private const string Workbook = ".xlsx";

    /// <param name="settings">How the table is found; null: nothing is known.</param>
    public async Task<ImportPreview> Of(
        CustomsImport import,
        MappingProfile? settings,
        CancellationToken cancellation = default
    )
    {
        using var folder = new WorkFolder();
        var path = folder.File("sent");
        var name = import.FileName;
        try
        {
            if (name.EndsWith(Workbook, StringComparison.OrdinalIgnoreCase))
            {
                await fetch.Write(import.FileId, path, null, cancellation);
            }
            else
            {
                name = await WriteBeginning(import, path, cancellation);
            }
            return new ImportPreview(
                FilePreview.Read(new InputFile(name, path), settings, cancellation),
                null
            );
        }
        catch (UnusableInputException refused)
        {
            return new ImportPreview(null, refused.Message);
        }
    }

    public async Task<ProfileGuess> Guess(
        FilePreview preview,
        CancellationToken cancellation = default
    ) => ProfileGuess.Of(preview, (await shelf.CountryNames(cancellation)).Find);

    /// <returns>The name it has now: unpacked, it is no longer packed.</returns>
    private async Task<string> WriteBeginning(
        CustomsImport import,
        string path,
        CancellationToken cancellation
    )
    {
        using var sent = new MemoryStream();
        await foreach (var piece in fetch.Pieces(import.FileId, cancellation))
        {
            sent.Write(piece);
            if (sent.Length >= Beginning)
            {
                break;
            }
        }
        var packed = import.FileName.EndsWith(Packed, StringComparison.OrdinalIgnoreCase);
        sent.Position = 0;
        var bytes = packed ? Unpack(sent, import.FileName) : sent.ToArray();
        var length = await db
            .CustomsFiles.IgnoreQueryFilters()
            .Where(f => f.Id == import.FileId)
            .Select(f => f.Length)
            .SingleAsync(cancellation);
        var whole = !packed && bytes.Length == length;
        // The last line of a beginning is no line.
        var end = whole ? bytes.Length : bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        await File.WriteAllBytesAsync(
            path,
            bytes.AsMemory(0, end == 0 ? bytes.Length : end),
            cancellation
        );
        return packed ? import.FileName[..^Packed.Length] : import.FileName;
    }

    private static byte[] Unpack(Stream packed, string name)
    {
        var bytes = new byte[Beginning];
        var filled = 0;
        using var gzip = new GZipStream(packed, CompressionMode.Decompress);
        try
        {
            while (filled < bytes.Length)
            {
                var read = gzip.Read(bytes, filled, bytes.Length - filled);
                if (read == 0)
                {
                    break;
                }
                filled += read;
            }
        }
        catch (InvalidDataException)
        {
            throw new UnusableInputException(
                $"{name}: found bytes that are not gzip, or damaged gzip, expected a whole gzip file; copy or compress the file again"
            );
        }
        return bytes[..filled];
    }
}

/// <summary>Saved mappings.</summary>
public sealed class ProfileShelf(KarvanContext db)
{
    /// <returns>By name; there are few.</returns>
    public async Task<List<CustomsProfile>> All(CancellationToken cancellation = default)
    {
        var saved = await db
            .CustomsProfiles.AsNoTracking()
            .Where(p => p.WithdrawnAt == null)
            .ToListAsync(cancellation);
        return [.. saved.OrderBy(p => PersianText.SortKey(p.Name), StringComparer.Ordinal)];
    }

    public Task<CustomsProfile?> One(Guid id, CancellationToken cancellation = default) =>
        db
            .CustomsProfiles.AsNoTracking()
            .SingleOrDefaultAsync(p => p.Id == id && p.WithdrawnAt == null, cancellation);

    /// <param name="name">In any spelling.</param>
    public Task<CustomsProfile?> Named(string name, CancellationToken cancellation = default)
    {
        var kept = PersianText.Spelled(name);
        return db
            .CustomsProfiles.AsNoTracking()
            .SingleOrDefaultAsync(p => p.Name == kept && p.WithdrawnAt == null, cancellation);
    }
}
