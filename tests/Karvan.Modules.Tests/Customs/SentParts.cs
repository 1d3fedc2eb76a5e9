using System.Security.Cryptography;
using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Customs.Uploads;
using Karvan.Platform.Authorization;
using Karvan.Platform.Values;

namespace Karvan.Modules.Tests.Customs;

/// <summary>A customs file on its way to a desk, sent by whoever a test says.</summary>
internal sealed class SentParts(CustomsDesk desk, Actor sender, Guid file)
{
    public const int Size = CustomsFilePart.Size;

    public Guid File => file;

    public static async Task<SentParts> Begin(
        CustomsDesk desk,
        Actor sender,
        long length,
        string? province = "08"
    )
    {
        var begun = await desk.Do<BeginUpload, Outcome<CustomsFile, ImportRefusal>>(
            sender,
            begin => begin.Run("a.csv", length, province)
        );
        return new SentParts(desk, sender, begun.Value.Id);
    }

    /// <summary>Bytes that no packing makes shorter, the same for the same seed.</summary>
    public static byte[] Noise(int length, int seed = 1)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    public Task<Outcome<UploadState, ImportRefusal>> Take(
        long from,
        Stream sent,
        Actor? by = null,
        CancellationToken cancellation = default
    ) =>
        desk.Do<TakeParts, Outcome<UploadState, ImportRefusal>>(
            by ?? sender,
            take => take.Run(file, from, sent, cancellation)
        );

    public Task<Outcome<UploadState, ImportRefusal>> Take(long from, byte[] bytes) =>
        Take(from, new MemoryStream(bytes));

    public Task<UploadState?> Where(Actor? by = null) =>
        desk.Do<TakeParts, UploadState?>(by ?? sender, take => take.Where(file));

    public Task<Outcome<CustomsFile, ImportRefusal>> Drop(Actor? by = null) =>
        desk.Do<DropUpload, Outcome<CustomsFile, ImportRefusal>>(
            by ?? sender,
            drop => drop.Run(file)
        );

    /// <summary>The file as it comes out of the database again.</summary>
    public Task<byte[]> Fetched() =>
        desk.Do<FetchFile, byte[]>(
            sender,
            async fetch =>
            {
                using var all = new MemoryStream();
                await foreach (var piece in fetch.Pieces(file))
                {
                    all.Write(piece);
                }
                return all.ToArray();
            }
        );

    /// <summary>What the reading of it says is its SHA-256.</summary>
    public async Task<string> FetchedHash()
    {
        var path = Path.Combine(Path.GetTempPath(), "karvan-test-" + Path.GetRandomFileName());
        try
        {
            return await desk.Do<FetchFile, string>(sender, fetch => fetch.Write(file, path));
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }

    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <summary>A line over which these bytes come, and then something else happens.</summary>
/// <param name="first">What happens before the first byte is given.</param>
/// <param name="last">What happens once all are given; without it the line ends.</param>
internal sealed class SentLine(byte[] bytes, Func<Task>? first = null, Action? last = null) : Stream
{
    /// <summary>So few at once that a part is never filled at one go.</summary>
    private const int AtOnce = 100_000;

    private int given;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => given;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (given == 0 && first is not null)
        {
            await first();
        }
        if (given == bytes.Length)
        {
            last?.Invoke();
            cancellationToken.ThrowIfCancellationRequested();
            return 0;
        }
        var some = Math.Min(Math.Min(AtOnce, buffer.Length), bytes.Length - given);
        bytes.AsMemory(given, some).CopyTo(buffer);
        given += some;
        return some;
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();

    public override void Flush() { }
}
