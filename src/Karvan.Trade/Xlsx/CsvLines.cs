namespace Karvan.Trade.Xlsx;

/// <summary>
/// Lines of CSV made from rows of cells. Row n is line n; every row that is not empty has as many fields as the first,
/// or more where a cell beyond them is not empty. Empty rows after the last full one leave no lines.
/// </summary>
internal sealed class CsvLines
{
    private byte[] bytes = new byte[1 << 18];
    private int start;
    private int end;
    private int lines;
    private int row;
    private int rowStart;
    private int separators;
    private bool empty;
    private int headerColumns;

    /// <summary>Bytes not taken yet.</summary>
    public int Waiting => end - start;

    public int RowBytes => empty ? 0 : end - rowStart;

    public void Begin(int number)
    {
        row = number;
        empty = true;
        separators = 0;
    }

    /// <summary>Adds a cell that is not empty, behind those before it in the row.</summary>
    /// <param name="column">From 0.</param>
    /// <param name="field">As it stands in CSV.</param>
    public void Add(int column, ReadOnlySpan<byte> field)
    {
        field.CopyTo(Room(column, field.Length));
        end += field.Length;
    }

    /// <param name="column">From 0.</param>
    /// <param name="text">Not empty, on one line.</param>
    public void AddText(int column, ReadOnlySpan<char> text)
    {
        var room = Room(column, CsvField.MostBytes(text));
        end += CsvField.Write(text, room);
    }

    public void Finish()
    {
        if (row == 1)
        {
            headerColumns = empty ? 0 : separators + 1;
        }
        if (empty)
        {
            return;
        }
        var missing = Math.Max(0, headerColumns - 1 - separators);
        Need(missing + 1);
        Fill((byte)',', missing);
        bytes[end++] = (byte)'\n';
        lines = row;
    }

    public int Take(Span<byte> into)
    {
        var taken = Math.Min(into.Length, Waiting);
        bytes.AsSpan(start, taken).CopyTo(into);
        start += taken;
        if (start == end)
        {
            (start, end) = (0, 0);
        }
        return taken;
    }

    private Span<byte> Room(int column, int length)
    {
        if (empty)
        {
            var skipped = row - 1 - lines;
            Need(skipped);
            Fill((byte)'\n', skipped);
            rowStart = end;
            empty = false;
        }
        Need(column - separators + length);
        Fill((byte)',', column - separators);
        separators = column;
        return bytes.AsSpan(end);
    }

    private void Fill(byte value, int count)
    {
        bytes.AsSpan(end, count).Fill(value);
        end += count;
    }

    private void Need(int count)
    {
        if (bytes.Length - end < count)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, end + count));
        }
    }
}
