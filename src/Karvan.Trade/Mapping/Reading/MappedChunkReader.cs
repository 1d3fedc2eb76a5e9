using Karvan.Trade.Csv;
using Karvan.Trade.Fields;
using Karvan.Trade.Files;
using Karvan.Trade.Ledger;
using Karvan.Trade.Mapping.Fields;

namespace Karvan.Trade.Mapping.Reading;

/// <summary>One thread's reading of the chunks of a mapped file.</summary>
internal sealed class MappedChunkReader(MappingPlan plan, RowReader reader, ILineSink sink)
{
    private readonly Separators separators = new();
    private readonly RowCells cells = new(plan.Start.Separator);
    private readonly OddRows odd = new(plan);
    private List<Rejection> rejections = [];

    public FileTally Tally { get; } = new("");

    public List<TotalsRow> Totals { get; } = [];

    public AmountSums Sums => reader.Sums;

    /// <returns>The chunk's rejections, in the order of lines.</returns>
    public List<Rejection> Read(Chunk chunk)
    {
        rejections = [];
        if (chunk.HasQuotes)
        {
            ReadRecords(chunk);
        }
        else
        {
            ReadLines(chunk);
        }
        return rejections;
    }

    private void ReadLines(Chunk chunk)
    {
        separators.Find(chunk.Buffer, chunk.Start, chunk.End, plan.Start.Separator);
        var start = chunk.Start;
        var first = 0;
        for (var i = 0; i < separators.Lines; i++)
        {
            var after = separators.LineEnds[i];
            var end = separators.Places[after - 1];
            var text = end > start && chunk.Buffer[end - 1] == '\r' ? end - 1 : end;
            if (end - start > RecordScanner.LongestRecord)
            {
                Reject(
                    chunk.FirstLine + i,
                    Fault.RecordTooLong,
                    chunk.Buffer.AsSpan(start, end - start)
                );
            }
            else if (text > start)
            {
                cells.Take(chunk.Buffer, separators.AllPlaces, start, text, first, after - first);
                Take(chunk.FirstLine + i);
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
            if (fault is not Fault.None)
            {
                Reject(line, fault, record.Span.TrimEnd("\r\n"u8));
            }
            else if (record.Span is not ([(byte)'\n'] or [(byte)'\r', (byte)'\n']))
            {
                cells.Take(record);
                Take(line);
            }
            line += record.Span.Count((byte)'\n');
        }
    }

    private void Take(long line)
    {
        var column = -1;
        var fault = HasWidth() ? reader.Read(cells, line, sink, out column) : Fault.WrongFieldCount;
        if (fault is Fault.None)
        {
            Tally.Read++;
            Tally.Accepted++;
            return;
        }
        switch (odd.Of(cells))
        {
            case Fault.Blank:
                return;
            case Fault.HeaderAgain:
                Reject(line, Fault.HeaderAgain, -1, Rejection.Shown(cells[0]));
                return;
            case Fault.TotalsRow:
                if (Totals.Count < MappedTally.MostTotals)
                {
                    Totals.Add(
                        new(
                            line,
                            reader.Amounts.TotalOfValue(cells),
                            reader.Amounts.TotalOfWeight(cells)
                        )
                    );
                }
                Reject(line, Fault.TotalsRow, -1, FirstFilled());
                return;
            default:
                Reject(
                    line,
                    fault,
                    column,
                    fault is Fault.WrongFieldCount
                        ? $"{cells.Count} fields, the header has {plan.Width}"
                        : Rejection.Shown(cells[column])
                );
                return;
        }
    }

    /// <summary>Separators behind the last field say nothing where nothing follows them.</summary>
    private bool HasWidth()
    {
        if (cells.Count < plan.Width)
        {
            return plan.Ragged;
        }
        for (var i = plan.Width; i < cells.Count; i++)
        {
            if (!FieldChars.IsBlank(cells[i]))
            {
                return plan.Ragged;
            }
        }
        return true;
    }

    private string FirstFilled()
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (!FieldChars.IsBlank(cells[i]))
            {
                return Rejection.Shown(cells[i]);
            }
        }
        return "";
    }

    private void Reject(long line, Fault fault, ReadOnlySpan<byte> value) =>
        Reject(line, fault, -1, Rejection.Shown(value));

    private void Reject(long line, Fault fault, int column, string value)
    {
        Tally.Read++;
        Tally.Reject(fault);
        rejections.Add(new(0, line, fault, column < 0 ? "" : plan.Header.Names[column], value));
    }
}
