using System.Text;
using Karvan.Trade.Csv;
using Karvan.Trade.Fields;
using Karvan.Trade.Sources;

namespace Karvan.Trade.Tests.Csv;

/// <summary>Reads a CSV text by the program's own chunks and fields, block by block.</summary>
internal static class CsvText
{
    public static readonly string[] Columns = ["a", "b"];

    public const string Header = "a,b\n";

    public static List<PlainRecord> Read(string path, int blockBytes)
    {
        var records = new List<PlainRecord>();
        using var source = new ChunkSource(
            [new InputFile(Path.GetFileName(path), path)],
            Columns,
            blockBytes
        );
        var fields = new RecordFields();
        var chunk = new Chunk();
        while (source.Next(chunk))
        {
            var line = chunk.FirstLine;
            foreach (var (start, length, fault) in Cut(chunk))
            {
                var record = chunk.Buffer.AsMemory(start, length);
                var text = record.Span;
                if (fault is not Fault.None)
                {
                    records.Add(new PlainRecord(line, fault, []));
                }
                else if (!text.SequenceEqual("\n"u8) && !text.SequenceEqual("\r\n"u8))
                {
                    fields.Split(record);
                    string[] found =
                    [
                        .. Enumerable
                            .Range(0, fields.Count)
                            .Select(f => Encoding.Latin1.GetString(fields[f])),
                    ];
                    records.Add(new PlainRecord(line, Fault.None, found));
                }
                line += text.Count((byte)'\n');
            }
        }
        return records;
    }

    /// <summary>Chunks without a quote are cut by their readers, at line ends.</summary>
    private static List<(int Start, int Length, Fault Fault)> Cut(Chunk chunk)
    {
        if (chunk.HasQuotes)
        {
            return chunk.Records;
        }
        var lines = new List<(int, int, Fault)>();
        for (var start = chunk.Start; start < chunk.End; )
        {
            var length = chunk.Buffer.AsSpan(start..chunk.End).IndexOf((byte)'\n') + 1;
            lines.Add(
                (
                    start,
                    length,
                    length - 1 > RecordScanner.LongestRecord ? Fault.RecordTooLong : Fault.None
                )
            );
            start += length;
        }
        return lines;
    }
}
