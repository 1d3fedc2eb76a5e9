using System.Buffers;
using System.Security.Cryptography;
using Karvan.Platform.Values;

namespace Karvan.Platform.Files;

/// <summary>
/// A file that has come in whole and was looked at, in a temporary file of its own until it is stored. However slow it
/// came, nobody waited for it: the database is not touched before.
/// </summary>
public sealed class ReceivedFile : IAsyncDisposable
{
    private const int BufferLength = 64 * 1024;

    private readonly FileStream spool;

    private ReceivedFile(FileStream spool, string name) => (this.spool, Name) = (spool, name);

    /// <summary>As it was sent, made fit to be shown.</summary>
    public string Name { get; }

    /// <summary>SHA-256 in small hexadecimal digits.</summary>
    public string Hash { get; private set; } = "";

    public long Length => spool.Length;

    public FileType Type { get; private set; }

    /// <summary>Takes a file as it comes, counting and hashing; stops at the first byte too many.</summary>
    /// <param name="sent">Bytes of the file and no more.</param>
    /// <param name="name">As the sender gave it.</param>
    public static async Task<Outcome<ReceivedFile, FileRefusal>> From(
        Stream sent,
        string? name,
        FileLimits limits,
        CancellationToken cancellation = default
    )
    {
        var received = new ReceivedFile(Open(), UploadedName.Clean(name));
        try
        {
            var refusal =
                await received.Take(sent, limits.Largest, cancellation)
                ?? await received.Look(cancellation);
            if (refusal is { } why)
            {
                await received.DisposeAsync();
                return why;
            }
            return received;
        }
        catch
        {
            await received.DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes a file of whatever kind, for those that look at it themselves; it has no <see cref="Type"/>.</summary>
    /// <param name="largest">Bytes at most.</param>
    public static async Task<Outcome<ReceivedFile, FileRefusal>> OfAnyKind(
        Stream sent,
        string? name,
        long largest,
        CancellationToken cancellation = default
    )
    {
        var received = new ReceivedFile(Open(), UploadedName.Clean(name));
        try
        {
            var refusal =
                await received.Take(sent, largest, cancellation)
                ?? (received.Length == 0 ? FileRefusal.Empty : null);
            if (refusal is { } why)
            {
                await received.DisposeAsync();
                return why;
            }
            return received;
        }
        catch
        {
            await received.DisposeAsync();
            throw;
        }
    }

    /// <summary>From its first byte; one reader at a time.</summary>
    public Stream Read()
    {
        spool.Position = 0;
        return spool;
    }

    public ValueTask DisposeAsync() => spool.DisposeAsync();

    private async Task<FileRefusal?> Take(Stream sent, long largest, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            while (true)
            {
                int read;
                try
                {
                    read = await sent.ReadAsync(buffer, cancellation);
                }
                // Whatever the server calls it: the sender is gone, or what came does not end as it should.
                catch (IOException)
                {
                    return FileRefusal.BrokenOff;
                }
                if (read == 0)
                {
                    break;
                }
                if (spool.Length + read > largest)
                {
                    return FileRefusal.TooLarge;
                }
                hash.AppendData(buffer, 0, read);
                await spool.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        Hash = Convert.ToHexStringLower(hash.GetHashAndReset());
        return null;
    }

    private async Task<FileRefusal?> Look(CancellationToken cancellation)
    {
        var type = await ContentCheck.Of(spool, Name, cancellation);
        if (type.Done)
        {
            Type = type.Value;
        }
        return type.Refused;
    }

    /// <summary>Gone when the process is: on Unix the name is taken away at once, on Windows with the last handle.</summary>
    private static FileStream Open()
    {
        var path = Path.Combine(Path.GetTempPath(), "karvan-" + Path.GetRandomFileName());
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
            Options = FileOptions.Asynchronous,
        };
        if (OperatingSystem.IsWindows())
        {
            options.Options |= FileOptions.DeleteOnClose;
            return new FileStream(path, options);
        }
        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var opened = new FileStream(path, options);
        File.Delete(path);
        return opened;
    }
}
