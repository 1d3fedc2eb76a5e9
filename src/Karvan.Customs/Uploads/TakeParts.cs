using System.IO.Compression;
using Karvan.Customs.Authorization;
using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Uploads;

/// <summary>How far a file is.</summary>
/// <param name="Import">The import that began with its last byte; null while it is coming.</param>
public sealed record UploadState(long Received, long Length, Guid? Import);

/// <summary>
/// Takes bytes of a customs file from where it stops. Each part is safe as soon as it was taken, and a part of which only
/// half came is kept by half: whoever sends goes on from <see cref="UploadState.Received"/>. Of two who send the same
/// place at once, one is told that the file is further.
/// </summary>
public sealed class TakeParts(KarvanContext db, Changes changes, TimeProvider clock)
{
    public async Task<UploadState?> Where(Guid id, CancellationToken cancellation = default)
    {
        var file = await db
            .CustomsFiles.AsNoTracking()
            .SingleOrDefaultAsync(f => f.Id == id, cancellation);
        return file is null ? null : await StateOf(file, cancellation);
    }

    /// <param name="from">Where the first byte of <paramref name="sent"/> belongs.</param>
    /// <param name="sent">The rest of the file, or some of it.</param>
    public async Task<Outcome<UploadState, ImportRefusal>> Run(
        Guid id,
        long from,
        Stream sent,
        CancellationToken cancellation = default
    )
    {
        var file = await db
            .CustomsFiles.AsNoTracking()
            .SingleOrDefaultAsync(f => f.Id == id, cancellation);
        if (file is null)
        {
            return ImportRefusal.NotFound;
        }
        if (file.State is not CustomsFileState.Coming)
        {
            return ImportRefusal.NotComing;
        }
        if (file.Received != from)
        {
            return ImportRefusal.WrongPlace;
        }
        var number = await db.Set<CustomsFilePart>().CountAsync(p => p.FileId == id, cancellation);
        var buffer = new byte[CustomsFilePart.Size];
        var broken = false;
        while (!broken)
        {
            var (length, whole) = await Fill(sent, buffer, cancellation);
            broken = !whole || length < buffer.Length;
            if (length == 0)
            {
                break;
            }
            if (from + length > file.Length)
            {
                return ImportRefusal.TooMuch;
            }
            // What came is kept, also when whoever sent it has gone.
            if (!await Keep(file, number++, from, buffer.AsMemory(0, length)))
            {
                return ImportRefusal.WrongPlace;
            }
            from += length;
        }
        return from == file.Length
            // The last byte is safe: that its sender went away with it changes nothing.
            ? await Complete(id, CancellationToken.None)
            : new UploadState(from, file.Length, null);
    }

    /// <returns>How much came, and whether the line held.</returns>
    private static async Task<(int Length, bool Whole)> Fill(
        Stream sent,
        byte[] buffer,
        CancellationToken cancellation
    )
    {
        var length = 0;
        try
        {
            while (length < buffer.Length)
            {
                var read = await sent.ReadAsync(buffer.AsMemory(length), cancellation);
                if (read == 0)
                {
                    break;
                }
                length += read;
            }
            return (length, true);
        }
        // Whatever the server calls it: the sender is gone.
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return (length, false);
        }
    }

    /// <returns>False when somebody else has put a part there.</returns>
    private async Task<bool> Keep(
        CustomsFile file,
        int number,
        long from,
        ReadOnlyMemory<byte> bytes
    )
    {
        var (packed, isPacked) = Pack(bytes);
        var (id, to, now) = (file.Id, from + bytes.Length, clock.GetUtcNow().UtcDateTime);
        using var writer = await db.WriteGate.Enter(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var kept = await db
            .CustomsFiles.Where(f =>
                f.Id == id && f.Received == from && f.State == CustomsFileState.Coming
            )
            .ExecuteUpdateAsync(set =>
                set.SetProperty(f => f.Received, to).SetProperty(f => f.LastAt, now)
            );
        if (kept != 1)
        {
            return false;
        }
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "CustomsFileParts" ("FileId", "Number", "Length", "IsPacked", "Bytes")
            VALUES ({id}, {number}, {bytes.Length}, {isPacked}, {packed})
            """
        );
        await transaction.CommitAsync();
        return true;
    }

    private static (byte[] Bytes, bool IsPacked) Pack(ReadOnlyMemory<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(bytes.Span);
        }
        // A file that was packed before would only grow.
        return packed.Length < bytes.Length * 9L / 10
            ? (packed.ToArray(), true)
            : (bytes.ToArray(), false);
    }

    private async Task<Outcome<UploadState, ImportRefusal>> Complete(
        Guid id,
        CancellationToken cancellation
    )
    {
        await using var change = await changes.Begin(CustomsActs.ImportCustoms, cancellation);
        await DatabaseLock.Take(db, CustomsLocks.Imports, cancellation);
        var file = await db.CustomsFiles.SingleAsync(f => f.Id == id, cancellation);
        if (file.State is CustomsFileState.Coming)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            file.Complete(now);
            var import = CustomsImport.Begin(
                file,
                await ImportNumbers.Next(db, cancellation),
                db.Author.Name,
                now
            );
            db.CustomsImports.Add(import);
            await change.Commit(
                new CustomsFileReceived(import.Subject, file.Name, file.Length),
                cancellation
            );
        }
        return await StateOf(file, cancellation);
    }

    private async Task<UploadState> StateOf(CustomsFile file, CancellationToken cancellation)
    {
        var id = file.Id;
        var import =
            file.State is CustomsFileState.Whole
                ? await db
                    .CustomsImports.Where(i => i.FileId == id)
                    .OrderBy(i => i.Number)
                    .Select(i => (Guid?)i.Id)
                    .FirstOrDefaultAsync(cancellation)
                : null;
        return new UploadState(file.Received, file.Length, import);
    }
}
