namespace Karvan.Platform.Files;

/// <param name="Found">What the scanner calls what it found; null for nothing.</param>
public sealed record ScanVerdict(string? Found);

/// <summary>Looks for malware.</summary>
public interface IScanner
{
    /// <exception cref="ScannerFaultException">It does not answer, or answers that it could not look.</exception>
    Task<ScanVerdict> Scan(IAsyncEnumerable<byte[]> content, CancellationToken cancellation);
}

/// <summary>The scanner gave no verdict; the file stays held back and is tried again.</summary>
public sealed class ScannerFaultException : Exception
{
    public ScannerFaultException() { }

    public ScannerFaultException(string message)
        : base(message) { }

    public ScannerFaultException(string message, Exception inner)
        : base(message, inner) { }
}
