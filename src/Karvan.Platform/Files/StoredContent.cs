using Karvan.Platform.Events;

namespace Karvan.Platform.Files;

/// <summary>What the virus scanner knows of a content.</summary>
public enum ScanState
{
    /// <summary>No scanner was set up when it came; served as it is.</summary>
    Unscanned,

    /// <summary>Held back until the scanner has answered.</summary>
    Waiting,

    Clean,

    /// <summary>Never served.</summary>
    Infected,
}

/// <summary>
/// The bytes of a file, once, however often they were sent; by their SHA-256. Who may see them is not written here but
/// with each <see cref="Attachment"/>.
/// </summary>
public sealed class StoredContent
{
    private StoredContent() { }

    /// <summary>64 small hexadecimal digits.</summary>
    public string Hash { get; private set; } = "";

    public long Length { get; private set; }
    public FileType Type { get; private set; }
    public ScanState Scan { get; private set; }

    /// <summary>What the scanner called it.</summary>
    public string? Found { get; private set; }

    public DateTime StoredAt { get; private set; }
    public DateTime? ScannedAt { get; private set; }

    /// <summary>Nobody else scans it before; while one does, or after a try that failed.</summary>
    [NotRecorded]
    public DateTime? ScanAfter { get; private set; }

    /// <summary>Why the last try failed.</summary>
    [NotRecorded]
    public string? ScanFault { get; private set; }

    public bool IsServed => Scan is ScanState.Clean or ScanState.Unscanned;

    internal void Judge(ScanVerdict verdict, DateTime at)
    {
        (Scan, Found) = verdict.Found is null
            ? (ScanState.Clean, null)
            : (ScanState.Infected, verdict.Found);
        (ScannedAt, ScanAfter, ScanFault) = (at, null, null);
    }
}

/// <summary>A piece of a content, in order from 0. All but the last have <see cref="Size"/> bytes.</summary>
[NotRecorded]
public sealed class ContentChunk
{
    public const int Size = 256 * 1024;

    private ContentChunk() { }

    internal ContentChunk(string hash, int number, byte[] bytes) =>
        (Hash, Number, Bytes) = (hash, number, bytes);

    public string Hash { get; private set; } = "";
    public int Number { get; private set; }
    public byte[] Bytes { get; private set; } = [];
}
