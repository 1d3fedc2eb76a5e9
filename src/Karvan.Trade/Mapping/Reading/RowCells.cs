using Karvan.Trade.Csv;

namespace Karvan.Trade.Mapping.Reading;

/// <summary>The fields of one row after the other, whether they were cut quickly or with quotes.</summary>
internal sealed class RowCells(byte separator)
{
    private readonly RecordFields fields = new(separator);
    private byte[] buffer = [];
    private int[] places = [];
    private int start;
    private int end;
    private int first;
    private bool quoted;

    public int Count { get; private set; }

    /// <summary>The bytes of a field; none of one that the row does not have. Valid until the next row.</summary>
    public ReadOnlySpan<byte> this[int column] =>
        column >= Count ? default
        : quoted ? fields[column]
        : buffer.AsSpan(
            (column == 0 ? start : places[first + column - 1] + 1)..(
                column == Count - 1 ? end : places[first + column]
            )
        );

    /// <summary>A line without quotes.</summary>
    /// <param name="inBuffer">Where the line is.</param>
    /// <param name="separators">Places of separators in it, of which those of the line begin at <paramref name="firstOfLine"/>.</param>
    public void Take(
        byte[] inBuffer,
        int[] separators,
        int lineStart,
        int lineEnd,
        int firstOfLine,
        int count
    )
    {
        (buffer, places, start, end) = (inBuffer, separators, lineStart, lineEnd);
        (first, Count, quoted) = (firstOfLine, count, false);
    }

    /// <summary>A whole record, in which quotes may stand.</summary>
    public void Take(ReadOnlyMemory<byte> record)
    {
        fields.Split(record);
        (Count, quoted) = (fields.Count, true);
    }
}
