using System.Runtime.CompilerServices;
using Karvan.Trade.AddingUp;
using Karvan.Trade.Csv;
using Karvan.Trade.Fields;
using Karvan.Trade.Files;

namespace Karvan.Trade.Declarations;

/// <summary>One thread's reading of declaration chunks: checks every line and lays good ones aside.</summary>
internal sealed class ChunkReader(
    LineRules rules,
    FirmIndex firms,
    Spool<KeyRecord>.RecordWriter keys,
    Spool<LineRecord>.RecordWriter records,
    FileTally[] tallies,
    int firstFile,
    bool careful
)
{
    private readonly Separators separators = new();
    private readonly RecordFields fields = new();
    private readonly CarefulLine carefulLine = new(rules);
    private readonly Parsed[] batch = new Parsed[32];
    private int batched;
    private List<Rejection> rejections = [];
    private FileTally tally = null!;

    /// <summary>This thread's counts, by file.</summary>
    public FileTally[] Tallies => tallies;

    /// <returns>The chunk's rejections, in the order of lines.</returns>
    public List<Rejection> Read(Chunk chunk)
    {
        tally = tallies[chunk.File];
        rejections = [];
        if (chunk.HasQuotes)
        {
            ReadRecords(chunk);
        }
        else
        {
            ReadLines(chunk);
        }
        LayAside(chunk);
        // Unknown exporters are noticed a batch later than other faults.
        rejections.Sort((a, b) => a.Line.CompareTo(b.Line));
        return rejections;
    }

    private void ReadLines(Chunk chunk)
    {
        separators.Find(chunk.Buffer, chunk.Start, chunk.End);
        var places = separators.Places;
        var columns = chunk.Layout.Columns;
        var width = chunk.Layout.FieldCount;
        var buffer = chunk.Buffer;
        var start = chunk.Start;
        var first = 0;
        for (var i = 0; i < separators.Lines; i++)
        {
            var after = separators.LineEnds[i];
            var end = places[after - 1];
            var text = end > start && buffer[end - 1] == '\r' ? end - 1 : end;
            if (
                after - first == width
                && text > start
                && end - start <= RecordScanner.LongestRecord
            )
            {
                var line = new LinePlaces(ref Unsafe.AsRef(in places[first]), start, text, width);
                Take(chunk, line, columns, start, end + 1, i);
            }
            else if (text > start || end - start > RecordScanner.LongestRecord)
            {
                tally.Read++;
                if (end - start > RecordScanner.LongestRecord)
                {
                    Reject(
                        chunk.File,
                        chunk.FirstLine + i,
                        Fault.RecordTooLong,
                        "",
                        Rejection.Shown(buffer.AsSpan(start, end - start))
                    );
                }
                else
                {
                    RejectWidth(chunk, after - first, chunk.FirstLine + i);
                }
            }
            start = end + 1;
            first = after;
        }
    }

    private void ReadRecords(Chunk chunk)
    {
        var line = chunk.FirstLine;
        foreach (var (start, length, fault) in chunk.Records)
        {
            var record = chunk.Buffer.AsMemory(start, length);
            // One line end, as in a chunk without quotes: whether a row is blank must not depend on its neighbours.
            var blank = record.Span is [(byte)'\n'] or [(byte)'\r', (byte)'\n'];
            if (fault is not Fault.None)
            {
                tally.Read++;
                Reject(chunk.File, line, fault, "", Rejection.Shown(record.Span.TrimEnd("\r\n"u8)));
            }
            else if (!blank)
            {
                fields.Split(record);
                if (fields.Count != chunk.Layout.FieldCount)
                {
                    tally.Read++;
                    RejectWidth(chunk, fields.Count, line);
                }
                else
                {
                    var places = new QuotedPlaces(fields, start);
                    Take(
                        chunk,
                        places,
                        chunk.Layout.Columns,
                        start,
                        start + length,
                        line - chunk.FirstLine
                    );
                }
            }
            line += record.Span.Count((byte)'\n');
        }
    }

    private void Take<TPlaces>(
        Chunk chunk,
        in TPlaces places,
        int[] columns,
        int start,
        int end,
        long lineInChunk
    )
        where TPlaces : struct, IFieldPlaces, allows ref struct
    {
        tally.Read++;
        if (careful || !QuickLine.TryRead(chunk.Buffer, places, columns, rules, out var line))
        {
            fields.Split(chunk.Buffer.AsMemory(start, end - start));
            var fault = carefulLine.Read(fields, chunk.Layout, out line, out var column);
            if (fault is not Fault.None)
            {
                var value = Rejection.Shown(fields[columns[column]]);
                Reject(
                    chunk.File,
                    chunk.FirstLine + lineInChunk,
                    fault,
                    DeclarationColumns.Names[column],
                    value
                );
                return;
            }
        }
        firms.Prefetch(line.Exporter);
        batch[batched++] = new Parsed
        {
            Line = line,
            Start = start,
            End = end,
            LineInChunk = lineInChunk,
        };
        if (batched == batch.Length)
        {
            LayAside(chunk);
        }
    }

    /// <summary>
    /// Finds the exporters of a batch and lays its lines aside. A batch gives the processor time to fetch the places
    /// of the index it will look at.
    /// </summary>
    private void LayAside(Chunk chunk)
    {
        foreach (ref readonly var parsed in batch.AsSpan(0, batched))
        {
            ref readonly var line = ref parsed.Line;
            var firm = firms.Find(line.Exporter);
            if (firm < 0)
            {
                fields.Split(chunk.Buffer.AsMemory(parsed.Start, parsed.End - parsed.Start));
                var id = Rejection.Shown(fields[chunk.Layout.Columns[DeclarationColumns.Exporter]]);
                Reject(
                    chunk.File,
                    chunk.FirstLine + parsed.LineInChunk,
                    Fault.UnknownExporter,
                    DeclarationColumns.Names[DeclarationColumns.Exporter],
                    id
                );
                continue;
            }
            var hash = DeclarationHash.Key(line);
            keys.Add(
                RepeatedHashes.Partition(hash),
                new KeyRecord(hash, LineLocation.Of(chunk.File, chunk.Offset + parsed.Start))
            );
            if (line.Year == CustomsLine.OtherYear)
            {
                tally.OtherYear++;
                continue;
            }
            tally.Accepted++;
            records.Add(firm / LineSums.FirmsPerPartition, RecordOf(firm, line));
        }
        batched = 0;
    }

    public static LineRecord RecordOf(int firm, in CustomsLine line) =>
        new(
            firm,
            line.Import,
            line.Year,
            line.Country,
            line.Hs6,
            line.ValueCents,
            line.WeightGrams
        );

    private void RejectWidth(Chunk chunk, int found, long line) =>
        Reject(
            chunk.File,
            line,
            Fault.WrongFieldCount,
            "",
            $"{found} fields, the header has {chunk.Layout.FieldCount}"
        );

    private void Reject(int file, long line, Fault fault, string column, string value)
    {
        tally.Reject(fault);
        rejections.Add(new Rejection(firstFile + file, line, fault, column, value));
    }

    private struct Parsed
    {
        public CustomsLine Line;
        public int Start;
        public int End;
        public long LineInChunk;
    }

    /// <summary>Fields between the separators of a line without quotes.</summary>
    private readonly ref struct LinePlaces(ref int separators, int start, int end, int width)
        : IFieldPlaces
    {
        private readonly ref int separators = ref separators;

        public int Start(int column) =>
            column == 0 ? start : Unsafe.Add(ref separators, column - 1) + 1;

        public int End(int column) =>
            column == width - 1 ? end : Unsafe.Add(ref separators, column);
    }

    /// <summary>Fields of a record with quotes. One that had to be copied is made to look too long for the quick way.</summary>
    private readonly struct QuotedPlaces(RecordFields fields, int offset) : IFieldPlaces
    {
        public int Start(int column) =>
            offset + (fields.InPlace(column, out var start, out _) ? start : 0);

        public int End(int column) =>
            fields.InPlace(column, out _, out var end)
                ? offset + end
                : offset + RecordScanner.LongestRecord;
    }
}
