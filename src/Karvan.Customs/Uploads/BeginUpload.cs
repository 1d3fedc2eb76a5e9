using Karvan.Customs.Authorization;
using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Platform.Events;
using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Uploads;

/// <summary>How large a customs file may be, in bytes.</summary>
public sealed record CustomsLimits(long Largest)
{
    public static CustomsLimits Usual { get; } = new(2L << 30);
}

/// <summary>Makes room for a customs file that is about to come, in parts and perhaps over days.</summary>
public sealed class BeginUpload(
    KarvanContext db,
    Changes changes,
    CustomsLimits limits,
    TimeProvider clock
)
{
    /// <param name="length">Bytes of the whole file.</param>
    /// <param name="province">Null for the whole country.</param>
    public async Task<Outcome<CustomsFile, ImportRefusal>> Run(
        string? name,
        long length,
        string? province,
        CancellationToken cancellation = default
    )
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return ImportRefusal.NameMissing;
        }
        if (length <= 0 || length > limits.Largest)
        {
            return ImportRefusal.BadLength;
        }
        await using var change = await changes.Begin(CustomsActs.ImportCustoms, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        var file = CustomsFile.Begin(UploadedName.Clean(name), length, province, db.Author, now);
        db.CustomsFiles.Add(file);
        await change.Commit(new CustomsFileBegun(file.Subject), cancellation);
        return file;
    }
}

/// <summary>Gives up a file that is not whole; its parts go.</summary>
public sealed class DropUpload(KarvanContext db, Changes changes)
{
    public async Task<Outcome<CustomsFile, ImportRefusal>> Run(
        Guid id,
        CancellationToken cancellation = default
    )
    {
        await using var change = await changes.Begin(CustomsActs.ImportCustoms, cancellation);
        var file = await db.CustomsFiles.SingleOrDefaultAsync(f => f.Id == id, cancellation);
        if (file is null)
        {
            return ImportRefusal.NotFound;
        }
        if (file.State is not CustomsFileState.Coming)
        {
            return ImportRefusal.NotComing;
        }
        file.Drop();
        await db.Set<CustomsFilePart>().Where(p => p.FileId == id).ExecuteDeleteAsync(cancellation);
        await change.Commit(new CustomsFileDropped(file.Subject), cancellation);
        return file;
    }
}
