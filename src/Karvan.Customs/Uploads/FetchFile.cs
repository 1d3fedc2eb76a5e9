using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Karvan.Customs.Records;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Uploads;

/// <summary>Brings a customs file out of the database, piece by piece, each in a query of its own.</summary>
public sealed class FetchFile(KarvanContext db)
{
    /// <exception cref="InvalidDataException">A part is missing or damaged.</exception>
    public async IAsyncEnumerable<byte[]> Pieces(
        Guid id,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        var length = await db
            .CustomsFiles.IgnoreQueryFilters()
            .Where(f => f.Id == id)
            .Select(f => f.Length)
            .SingleAsync(cancellation);
        var number = 0;
        for (var sent = 0L; sent < length; number++)
        {
            var part =
                await db.Set<CustomsFilePart>()
                    .AsNoTracking()
                    .SingleOrDefaultAsync(p => p.FileId == id && p.Number == number, cancellation)
                ?? throw new InvalidDataException(
                    $"Part {number} of the customs file {id} is missing: {sent} of {length} bytes are there. Restore the database from its last backup."
                );
            var bytes = part.IsPacked ? Unpack(part) : part.Bytes;
            sent += bytes.Length;
            yield return bytes;
        }
    }

    /// <summary>Writes the file to a path.</summary>
    /// <param name="progress">Bytes written so far.</param>
    /// <returns>Its SHA-256 in small hexadecimal digits.</returns>
    public async Task<string> Write(
        Guid id,
        string path,
        Action<long>? progress = null,
        CancellationToken cancellation = default
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(
            path,
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                BufferSize = 0,
                Options = FileOptions.Asynchronous,
            }
        );
        await foreach (var piece in Pieces(id, cancellation))
        {
            hash.AppendData(piece);
            await file.WriteAsync(piece, cancellation);
            progress?.Invoke(file.Length);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static byte[] Unpack(CustomsFilePart part)
    {
        var bytes = new byte[part.Length];
        using var packed = new MemoryStream(part.Bytes, writable: false);
        using var deflate = new DeflateStream(packed, CompressionMode.Decompress);
        var read = deflate.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read == bytes.Length
            ? bytes
            : throw new InvalidDataException(
                $"Part {part.Number} of the customs file {part.FileId} is damaged: {read} of {part.Length} bytes."
            );
    }
}
