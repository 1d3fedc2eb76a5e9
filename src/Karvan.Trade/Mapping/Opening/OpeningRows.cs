using System.Text;
using Karvan.Trade.Csv;
using Karvan.Trade.Fields;
using Karvan.Trade.Files;
using Karvan.Trade.Mapping.Fields;
using Karvan.Trade.Mapping.Profiles;

namespace Karvan.Trade.Mapping.Opening;

/// <summary>A row at the beginning of a file.</summary>
/// <param name="Line">Its physical line, or the row number in a workbook.</param>
/// <param name="EndOffset">Where the next row begins in the file's text.</param>
/// <param name="EndLine">The physical line of the next row.</param>
/// <param name="Cells">None where quotes keep it from being cut.</param>
internal sealed record OpeningRow(
    long Line,
    int EndOffset,
    long EndLine,
    IReadOnlyList<string> Cells
)
{
    public bool IsBlank => Cells.All(c => c.Length == 0);
}

/// <summary>The first rows of a file, and what separates their fields.</summary>
internal sealed record OpeningRows(byte Separator, IReadOnlyList<OpeningRow> Rows)
{
    public const int MostRows = 200;
    private const int MostBytes = 2 << 20;
    private const int RowsThatVote = 60;

    private static readonly (FieldSeparator, byte)[] Candidates =
    [
        (FieldSeparator.Comma, (byte)','),
        (FieldSeparator.Semicolon, (byte)';'),
        (FieldSeparator.Tab, (byte)'\t'),
        (FieldSeparator.Pipe, (byte)'|'),
    ];

    /// <exception cref="UnusableInputException">Reading fails.</exception>
    public static OpeningRows Read(OpenedText text, FieldSeparator wanted)
    {
        var bytes = new byte[MostBytes];
        using var stream = text.Open();
        int length;
        try
        {
            length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException(
                $"{text.File.Name}: reading failed ({e.Message}), expected a readable file"
            );
        }
        var start = bytes.AsMemory(0, length);
        var whole = length < MostBytes;
        if (text.Sheets.Count > 0)
        {
            return new((byte)',', Cut(start, whole, (byte)','));
        }
        var separator =
            Array.Find(Candidates, c => c.Item1 == wanted) is (_, > 0 and var fixedOne) ? fixedOne
            : Declared(start.Span) is { } declared ? declared
            : MostEven(start, whole);
        return new(separator, Cut(start, whole, separator));
    }

    public static FieldSeparator SeparatorOf(byte separator) =>
        Array.Find(Candidates, c => c.Item2 == separator).Item1;

    /// <summary>Some programs write <c>sep=;</c> as the first line.</summary>
    private static byte? Declared(ReadOnlySpan<byte> text)
    {
        text = text.StartsWith(Encoding.UTF8.Preamble) ? text[3..] : text;
        if (
            text.Length <= 5
            || !text.StartsWith("sep="u8)
            || text[5] is not ((byte)'\r' or (byte)'\n')
        )
        {
            return null;
        }
        var said = text[4];
        return Array.Exists(Candidates, c => c.Item2 == said) ? said : null;
    }

    /// <summary>The separator that cuts most rows into the same number of fields, two at least; of equals, into most.</summary>
    private static byte MostEven(ReadOnlyMemory<byte> text, bool whole)
    {
        var best = (Rows: 0, Fields: 0, Separator: (byte)',');
        foreach (var (_, separator) in Candidates)
        {
            var widths = Cut(text, whole, separator)
                .Where(r => !r.IsBlank)
                .Take(RowsThatVote)
                .Select(r => r.Cells.Count)
                .Where(w => w > 1)
                .CountBy(w => w)
                .OrderByDescending(w => w.Value)
                .ThenByDescending(w => w.Key)
                .FirstOrDefault();
            if ((widths.Value, widths.Key).CompareTo((best.Rows, best.Fields)) > 0)
            {
                best = (widths.Value, widths.Key, separator);
            }
        }
        return best.Separator;
    }

    private static List<OpeningRow> Cut(ReadOnlyMemory<byte> text, bool whole, byte separator)
    {
        var fields = new RecordFields(separator);
        var rows = new List<OpeningRow>();
        var at = text.Span.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var line = 1L;
        while (at < text.Length && rows.Count < MostRows)
        {
            var rest = text[at..];
            var length = RecordScanner.Length(
                rest.Span,
                whole,
                out var fault,
                separator: separator
            );
            if (length < 0)
            {
                // A quote that closes nowhere in what was read: its line is taken for itself, as the reading does.
                length = rest.Span.IndexOf((byte)'\n') + 1;
                fault = Fault.UnclosedQuote;
                if (length == 0)
                {
                    break;
                }
            }
            var record = rest[..length];
            var next = line + record.Span.Count((byte)'\n');
            rows.Add(new(line, at + length, next, fault is Fault.None ? Cells(record) : []));
            (at, line) = (at + length, next);
        }
        return rows;

        List<string> Cells(ReadOnlyMemory<byte> record)
        {
            fields.Split(record);
            return
            [
                .. Enumerable
                    .Range(0, fields.Count)
                    .Select(f => FieldChars.Trimmed(Encoding.UTF8.GetString(fields[f])).ToString()),
            ];
        }
    }
}
