using System.Text;
using Karvan.Trade.Files;
using Karvan.Trade.Mapping.Profiles;
using Karvan.Trade.Sources;

namespace Karvan.Trade.Mapping.Opening;

/// <summary>A file that was looked at: its kind is known, and it can be opened as UTF-8 text as often as need be.</summary>
/// <param name="Sheets">The sheets of a workbook; none of a text file.</param>
/// <param name="Sheet">The name of the sheet that is read.</param>
internal sealed record OpenedText(
    InputFile File,
    TextEncoding Encoding,
    Func<Stream> Open,
    IReadOnlyList<PreviewSheet> Sheets,
    string? Sheet = null
)
{
    /// <exception cref="UnusableInputException">The file cannot be used.</exception>
    public static OpenedText Of(
        InputFile file,
        FileShape shape,
        long mostUnpacked,
        CancellationToken cancellation
    )
    {
        // What is named .xls may be anything: a web page, text, an old workbook. Its bytes tell.
        return file.IsWorkbook
            ? OfWorkbook(file, shape)
            : OfText(file, shape, mostUnpacked, cancellation);
    }

    /// <summary>Whether formulas and merged cells stand in the sheet of a workbook; goes through all of its bytes.</summary>
    public (bool Formulas, bool Merged) FindMarks() =>
        Sheet is null
            ? (false, false)
            : Guarded(File, () => Xlsx.WorkbookLook.Marks(File.Path, File.Name, Sheet));

    private static OpenedText OfWorkbook(InputFile file, FileShape shape)
    {
        var look = Guarded(file, () => Xlsx.WorkbookLook.At(file.Path, file.Name, shape.Sheet));
        return new(
            file,
            TextEncoding.Utf8,
            () => Guarded(file, () => new Xlsx.WorkbookAsCsv(file.Path, file.Name, shape.Sheet)),
            [.. look.Sheets.Select(s => new PreviewSheet(s.Name, s.Visible))],
            look.Sheet
        );
    }

    private static OpenedText OfText(
        InputFile file,
        FileShape shape,
        long mostUnpacked,
        CancellationToken cancellation
    )
    {
        Stream OpenBytes() =>
            file.Open() is var stream && file.IsGzip
                ? new GuardedUnpacking((ForwardStream)stream, file.Name, mostUnpacked)
                : stream;
        return Guarded(
            file,
            () =>
            {
                var encoding = TextKind.Of(OpenBytes, file.Name, shape.Encoding, cancellation);
                return new OpenedText(
                    file,
                    encoding,
                    encoding switch
                    {
                        TextEncoding.Utf16 => () => new RecodedText(OpenBytes(), Utf16(OpenBytes)),
                        TextEncoding.Windows1256 => () =>
                            new RecodedText(OpenBytes(), TextKind.Windows1256),
                        _ => OpenBytes,
                    },
                    []
                );
            }
        );
    }

    private static Encoding Utf16(Func<Stream> open)
    {
        using var stream = open();
        Span<byte> start = stackalloc byte[2];
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return TextKind.Utf16Of(start[..read]);
    }

    private static T Guarded<T>(InputFile file, Func<T> open)
    {
        try
        {
            return open();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException(
                $"{file.Name}: found a file that cannot be read ({e.Message}), expected a readable file"
            );
        }
    }
}
