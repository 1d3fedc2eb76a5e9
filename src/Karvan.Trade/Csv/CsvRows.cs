using Karvan.Trade.Fields;
using Karvan.Trade.Files;
using Karvan.Trade.Sources;

namespace Karvan.Trade.Csv;

/// <summary>Reads a file row by row, in order; for files of firms rather than of customs lines.</summary>
internal sealed class CsvRows(InputFile file, IReadOnlyList<string> columns)
{
    private readonly RecordFields fields = new();
    private readonly FieldTexts texts = new();
    private CsvLayout layout = null!;

    /// <summary>A wanted field of the current row.</summary>
    public FieldText this[int column] => texts.Of(fields[layout.Columns[column]]);

    /// <summary>A wanted field that hardly ever comes twice, such as an id or a name.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => fields[layout.Columns[column]];

    /// <summary>A wanted field as people may read it.</summary>
    public string Shown(int column) => Rejection.Shown(fields[layout.Columns[column]]);

    /// <param name="row">Gets the line and, for a row that cannot be cut into the header's fields, why and what was found.</param>
    public void Read(Action<long, Fault, string> row, CancellationToken cancellation)
    {
        using var source = new ChunkSource([file], columns);
        var chunk = new Chunk();
        while (source.Next(chunk))
        {
            cancellation.ThrowIfCancellationRequested();
            layout = chunk.Layout;
            var line = chunk.FirstLine;
            foreach (var (start, length, fault) in Records(chunk))
            {
                var record = chunk.Buffer.AsMemory(start, length);
                var text = record.Span.TrimEnd("\r\n"u8);
                if (fault is not Fault.None)
                {
                    row(line, fault, Rejection.Shown(text));
                }
                else if (record.Span is not ([(byte)'\n'] or [(byte)'\r', (byte)'\n']))
                {
                    fields.Split(record);
                    var width = fields.Count == layout.FieldCount;
                    row(
                        line,
                        width ? Fault.None : Fault.WrongFieldCount,
                        width ? "" : $"{fields.Count} fields, the header has {layout.FieldCount}"
                    );
                }
                line += record.Span.Count((byte)'\n');
            }
        }
    }

    private static IEnumerable<(int Start, int Length, Fault Fault)> Records(Chunk chunk)
    {
        if (chunk.HasQuotes)
        {
            foreach (var record in chunk.Records)
            {
                yield return record;
            }
            yield break;
        }
        for (var start = chunk.Start; start < chunk.End; )
        {
            var length = chunk.Buffer.AsSpan(start..chunk.End).IndexOf((byte)'\n') + 1;
            yield return (
                start,
                length,
                length - 1 > RecordScanner.LongestRecord ? Fault.RecordTooLong : Fault.None
            );
            start += length;
        }
    }
}
