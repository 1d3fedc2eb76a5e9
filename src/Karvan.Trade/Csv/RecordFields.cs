namespace Karvan.Trade.Csv;

/// <summary>Cuts one record into its fields, quotes removed and doubled quotes halved.</summary>
internal sealed class RecordFields(byte separator = (byte)',')
{
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private byte[] unescaped = new byte[256];

    public int Count { get; private set; }

    /// <summary>The bytes of a field; valid until the next <see cref="Split"/>.</summary>
    public ReadOnlySpan<byte> this[int field] =>
        starts[field] >= 0
            ? Record.Span[starts[field]..ends[field]]
            : unescaped.AsSpan(~starts[field], ends[field]);

    private ReadOnlyMemory<byte> Record { get; set; }

    /// <param name="record">A whole, faultless record; its line end may be there.</param>
    public void Split(ReadOnlyMemory<byte> record)
    {
        Record = record;
        Count = 0;
        var data = record.Span;
        if (data.EndsWith("\n"u8))
        {
            data = data[..^1];
        }
        if (data.EndsWith("\r"u8))
        {
            data = data[..^1];
        }
        var free = 0;
        var i = 0;
        while (true)
        {
            if (i < data.Length && data[i] == '"')
            {
                i = Quoted(data, i + 1, ref free);
            }
            else
            {
                var end = data[i..].IndexOf(separator);
                end = end < 0 ? data.Length : i + end;
                Add(i, end);
                i = end;
            }
            if (i >= data.Length)
            {
                return;
            }
            i++;
        }
    }

    /// <returns>The place after the closing quote.</returns>
    private int Quoted(ReadOnlySpan<byte> data, int from, ref int free)
    {
        var i = from;
        while (true)
        {
            var quote = data[i..].IndexOf((byte)'"');
            i += quote;
            if (i + 1 >= data.Length || data[i + 1] != '"')
            {
                break;
            }
            i += 2;
        }
        var content = data[from..i];
        if (!content.Contains((byte)'"'))
        {
            Add(from, i);
            return i + 1;
        }
        if (unescaped.Length - free < content.Length)
        {
            Array.Resize(ref unescaped, Math.Max(unescaped.Length * 2, free + content.Length));
        }
        var length = 0;
        for (var k = 0; k < content.Length; k++)
        {
            unescaped[free + length++] = content[k];
            k += content[k] == '"' ? 1 : 0;
        }
        Add(~free, length);
        free += length;
        return i + 1;
    }

    private void Add(int start, int end)
    {
        if (Count == starts.Length)
        {
            Array.Resize(ref starts, Count * 2);
            Array.Resize(ref ends, Count * 2);
        }
        starts[Count] = start;
        ends[Count] = end;
        Count++;
    }

    /// <summary>The places of an unescaped field inside the record, or false when it had to be copied.</summary>
    public bool InPlace(int field, out int start, out int end)
    {
        (start, end) = (starts[field], ends[field]);
        return start >= 0;
    }
}
