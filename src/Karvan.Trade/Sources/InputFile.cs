using Karvan.Trade.Files;

namespace Karvan.Trade.Sources;

/// <summary>An input file by its name and path; opened as a stream of CSV bytes whatever its kind.</summary>
/// <param name="Name">How messages and <c>rejected.csv</c> name it: the path inside the input folder.</param>
public sealed record InputFile(string Name, string Path)
{
    public bool IsGzip => Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    public bool IsWorkbook => Name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);

    /// <summary>Plain files can be read again from any place.</summary>
    public bool IsPlain => !IsGzip && !IsWorkbook;

    /// <summary>Bytes on disk; 0 where there is no file, or none that has a length. Opening it says what is wrong.</summary>
    public long Length => new FileInfo(Path) is { Exists: true } file ? file.Length : 0;

    /// <exception cref="UnusableInputException">The file cannot be opened, or is not what its name says.</exception>
    public Stream Open()
    {
        try
        {
            if (IsWorkbook)
            {
                return new Xlsx.WorkbookAsCsv(Path, Name);
            }
            var file = new FileStream(
                Path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.Read | FileShare.Delete,
                0,
                FileOptions.SequentialScan
            );
            return IsGzip ? new CheckedGzip(new BufferedStream(file, 1 << 16), Name) : file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException(
                $"{Name}: found a file that cannot be opened ({e.Message}), expected a readable file"
            );
        }
    }
}
