using System.Runtime.CompilerServices;
using Karvan.Platform.Modules;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Files;

/// <summary>Why a file is not handed over.</summary>
public enum ReadFileRefusal
{
    NotFound,

    /// <summary>The scanner has not answered yet.</summary>
    Waiting,

    Infected,
}

/// <summary>Hands over a file to somebody who was allowed to read it; that they did stands in the trail of its owner.</summary>
public sealed class ReadFile(KarvanContext db, Changes changes)
{
    /// <summary>A file that the asker may see, without its bytes; null otherwise.</summary>
    public Task<Attachment?> Find(Guid id, CancellationToken cancellation = default) =>
        db
            .Attachments.AsNoTracking()
            .Include(a => a.Content)
            .SingleOrDefaultAsync(a => a.Id == id, cancellation);

    /// <summary>Notes the reading, before the first byte goes out.</summary>
    public async Task<Outcome<Attachment, ReadFileRefusal>> Run(
        Guid id,
        CancellationToken cancellation = default
    )
    {
        if (await Find(id, cancellation) is not { } file)
        {
            return ReadFileRefusal.NotFound;
        }
        if (!file.Content.IsServed)
        {
            return file.Content.Scan is ScanState.Infected
                ? ReadFileRefusal.Infected
                : ReadFileRefusal.Waiting;
        }
        await using var change = await changes.Begin(ModuleCatalog.Act(file.ReadAct), cancellation);
        await change.Commit(
            new FileRead(file.Subject, file.Id, file.Name, file.Hash),
            cancellation
        );
        return file;
    }

    /// <summary>Piece by piece, each in a query of its own: however slow the reader, no transaction stays open.</summary>
    public IAsyncEnumerable<byte[]> Content(
        string hash,
        CancellationToken cancellation = default
    ) => ContentOf(db, hash, cancellation);

    /// <exception cref="InvalidOperationException">A piece is missing.</exception>
    internal static async IAsyncEnumerable<byte[]> ContentOf(
        KarvanContext db,
        string hash,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        var length = await db
            .StoredContents.Where(c => c.Hash == hash)
            .Select(c => c.Length)
            .SingleAsync(cancellation);
        var number = 0;
        for (var sent = 0L; sent < length; number++)
        {
            var bytes = await db.Set<ContentChunk>()
                .Where(c => c.Hash == hash && c.Number == number)
                .Select(c => c.Bytes)
                .SingleAsync(cancellation);
            sent += bytes.Length;
            yield return bytes;
        }
    }
}
