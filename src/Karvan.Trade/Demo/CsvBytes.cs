using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;

namespace Karvan.Trade.Demo;

/// <summary>Writes CSV by hand into a large buffer: UTF-8 without a mark, LF, a comma after each field but the last.</summary>
internal sealed class CsvBytes : IDisposable
{
    private const int BufferBytes = 1 << 20;
    private const int LongestRow = 1 << 13;

    private static ReadOnlySpan<byte> DigitPairs =>
        "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748495051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899"u8;

    private readonly byte[] buffer = new byte[BufferBytes];
    private readonly FileStream stream;
    private int at;
    private int rowAt;

    public CsvBytes(string path, string header)
    {
        stream = new FileStream(
            path,
            FileMode.Create,
            FileAccess.Write,
            FileShare.Read,
            bufferSize: 0
        );
        Text(header, quoted: false);
        EndRow();
    }

    public long Bytes { get; private set; }

    /// <summary>How often the buffer went to disk: a cheap beat for progress.</summary>
    public int Flushes { get; private set; }

    /// <summary>The row being written, or the last one written.</summary>
    public ReadOnlySpan<byte> Row => buffer.AsSpan(rowAt, at - rowAt);

    public void StartRow()
    {
        if (at > BufferBytes - LongestRow)
            Flush();
        rowAt = at;
    }

    public void Comma() => buffer[at++] = (byte)',';

    public void EndRow() => buffer[at++] = (byte)'\n';

    public void Ascii(ReadOnlySpan<byte> text)
    {
        text.CopyTo(buffer.AsSpan(at));
        at += text.Length;
    }

    public void Country(ushort code)
    {
        buffer[at++] = (byte)(code >> 8);
        buffer[at++] = (byte)code;
    }

    public void Number(ulong number)
    {
        Utf8Formatter.TryFormat(number, buffer.AsSpan(at), out var written);
        at += written;
    }

    /// <summary>With leading zeros.</summary>
    public void Padded(ulong number, int digits)
    {
        var place = at + digits;
        for (; place >= at + 2; place -= 2)
        {
            var rest = number / 100;
            var pair = BinaryPrimitives.ReadUInt16LittleEndian(
                DigitPairs[((int)(number - rest * 100) * 2)..]
            );
            BinaryPrimitives.WriteUInt16LittleEndian(buffer.AsSpan(place - 2), pair);
            number = rest;
        }
        if (place > at)
            buffer[at] = (byte)('0' + (int)number);
        at += digits;
    }

    /// <summary>Text, in quotes where the format needs them.</summary>
    public void Text(string text, bool quoted = true)
    {
        if (quoted && text.AsSpan().IndexOfAny(",\"\r\n") >= 0)
            text = $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        at += Encoding.UTF8.GetBytes(text, buffer.AsSpan(at));
    }

    /// <summary>Rewrites the digits of the finished row as Persian ones.</summary>
    public void RowInPersianDigits()
    {
        Span<byte> row = stackalloc byte[Row.Length];
        Row.CopyTo(row);
        at = rowAt;
        foreach (var letter in row)
        {
            if (letter is >= (byte)'0' and <= (byte)'9')
            {
                buffer[at++] = 0xDB;
                buffer[at++] = (byte)(0xB0 + letter - '0');
            }
            else
            {
                buffer[at++] = letter;
            }
        }
    }

    public void Dispose()
    {
        Flush();
        stream.Dispose();
    }

    private void Flush()
    {
        if (at == 0)
            return;
        stream.Write(buffer, 0, at);
        Bytes += at;
        Flushes++;
        at = 0;
        rowAt = 0;
    }
}
