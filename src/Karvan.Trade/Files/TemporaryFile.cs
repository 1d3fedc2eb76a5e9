namespace Karvan.Trade.Files;

/// <summary>
/// A file for what does not fit into memory, which is gone when the run is, however it ended: on Unix its name is
/// taken away as soon as it is open, and the system frees the bytes with the last handle.
/// </summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly FileStream file;

    /// <param name="folder">The system's folder for such files unless given.</param>
    public TemporaryFile(string? folder = null)
    {
        var path = Path.Combine(folder ?? Path.GetTempPath(), "karvan-" + Path.GetRandomFileName());
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
        };
        if (OperatingSystem.IsWindows())
        {
            // Windows takes no name away while a file is open; it deletes when the last handle goes, even of a killed run.
            options.Options = FileOptions.DeleteOnClose;
            file = new FileStream(path, options);
            return;
        }
        // Customs lines are nobody else's business.
        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        file = new FileStream(path, options);
        File.Delete(path);
    }

    public long Length { get; private set; }

    /// <summary>Writes behind what is there; one thread at a time.</summary>
    /// <returns>The place where the bytes begin.</returns>
    public long Append(ReadOnlySpan<byte> bytes)
    {
        var place = Length;
        RandomAccess.Write(file.SafeFileHandle, bytes, place);
        Length = place + bytes.Length;
        return place;
    }

    /// <summary>Fills <paramref name="into"/> with what was written at a place; any number of threads.</summary>
    public void Read(Span<byte> into, long place)
    {
        while (!into.IsEmpty)
        {
            var read = RandomAccess.Read(file.SafeFileHandle, into, place);
            if (read == 0)
            {
                throw new EndOfStreamException(
                    "A temporary file ended before what was written to it."
                );
            }
            into = into[read..];
            place += read;
        }
    }

    public void Dispose() => file.Dispose();
}
