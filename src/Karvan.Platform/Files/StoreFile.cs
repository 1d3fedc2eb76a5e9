using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Files;

/// <summary>Whether new files are held back for a scanner.</summary>
public sealed record Scanning(bool On);

/// <summary>
/// Puts a received file into the database, inside the change of whoever attaches it to something: content, attachment
/// and what it belongs to are there together or not at all.
/// </summary>
public sealed class StoreFile(KarvanContext db, Scanning scanning, TimeProvider clock)
{
    /// <param name="owner">The record it belongs to.</param>
    /// <param name="read">What one must be allowed to do to the owner in order to read the file.</param>
    /// <returns>The attachment, added to the context and saved by the change.</returns>
    /// <exception cref="InvalidOperationException">No change is open.</exception>
    public async Task<Outcome<Attachment, FileRefusal>> Run(
        ReceivedFile file,
        Subject owner,
        Act read,
        CancellationToken cancellation = default
    )
    {
        if (db.Recorder is null)
        {
            throw new InvalidOperationException(
                "A file is stored inside the change of what it belongs to."
            );
        }
        var now = clock.GetUtcNow().UtcDateTime;
        var attachment = Attachment.Of(file, owner, read, db.Author.Name, now);
        var scan = scanning.On ? ScanState.Waiting : ScanState.Unscanned;
        // The same content may come twice at once: the database decides which of the two brings it. The other waits for
        // the end of that change, and finds it whole or brings it itself.
        var isNew = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "StoredContents" ("Hash", "Length", "Type", "Scan", "StoredAt")
            VALUES ({file.Hash}, {file.Length}, {file.Type.ToString()}, {scan.ToString()}, {now})
            ON CONFLICT ("Hash") DO NOTHING
            """,
            cancellation
        );
        if (isNew == 1)
        {
            await WriteChunks(file, cancellation);
        }
        else if (
            await db.StoredContents.AnyAsync(
                c => c.Hash == file.Hash && c.Scan == ScanState.Infected,
                cancellation
            )
        )
        {
            return FileRefusal.Infected;
        }
        db.Attachments.Add(attachment);
        return attachment;
    }

    /// <summary>One piece in memory at a time.</summary>
    private async Task WriteChunks(ReceivedFile file, CancellationToken cancellation)
    {
        var content = file.Read();
        for (var number = 0; ; number++)
        {
            var bytes = new byte[Math.Min(ContentChunk.Size, file.Length - content.Position)];
            if (bytes.Length == 0)
            {
                return;
            }
            await content.ReadExactlyAsync(bytes, cancellation);
            var chunk = new ContentChunk(file.Hash, number, bytes);
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "ContentChunks" ("Hash", "Number", "Bytes") VALUES ({chunk.Hash}, {chunk.Number}, {chunk.Bytes})""",
                cancellation
            );
        }
    }
}
