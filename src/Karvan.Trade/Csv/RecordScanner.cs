using Karvan.Trade.Fields;

namespace Karvan.Trade.Csv;

/// <summary>Where a record ends, by RFC 4180: a quoted field may hold separators, line ends and doubled quotes.</summary>
internal static class RecordScanner
{
    /// <summary>The most bytes of a record, its line end aside; a longer one is rejected whole, however many gigabytes it has.</summary>
    public const int LongestRecord = 1 << 20;

    /// <summary>
    /// How far the end of a record is looked for. A quoted field that closes within it is one record, too long perhaps,
    /// and the lines inside it are no rows. A quote that closes nowhere within it is taken for a stray one: no field of a
    /// customs line has so many bytes, and of a file with such a quote all other lines shall count.
    /// </summary>
    public const int Farthest = 16 << 20;

    /// <param name="data">From the first byte of the record.</param>
    /// <param name="final">Whether nothing follows <paramref name="data"/> in the file.</param>
    /// <param name="fault">
    /// A record with a fault of quoting is its first physical line alone, so that one stray quote cannot swallow the
    /// lines after it.
    /// </param>
    /// <param name="farthest">How far to look.</param>
    /// <param name="separator">What stands between fields.</param>
    /// <returns>
    /// The length with the line end, or −1: more bytes are needed, or (with a fault) the record goes on beyond all
    /// that is looked at, outside of quotes.
    /// </returns>
    public static int Length(
        ReadOnlySpan<byte> data,
        bool final,
        out Fault fault,
        int farthest = Farthest,
        byte separator = (byte)','
    )
    {
        var full = data.Length > farthest;
        if (full)
        {
            // Only so much is looked at, however much is at hand: the answer must not depend on how a file was cut.
            data = data[..farthest];
            final = false;
        }
        var i = 0;
        while (true)
        {
            if (i < data.Length && data[i] == '"')
            {
                i++;
                while (true)
                {
                    var quote = data[i..].IndexOf((byte)'"');
                    if (quote < 0)
                    {
                        return Unclosed(data, final, full, out fault);
                    }
                    i += quote + 1;
                    if (i < data.Length && data[i] == '"')
                    {
                        i++;
                        continue;
                    }
                    break;
                }
                if (i == data.Length)
                {
                    return final ? Whole(i, i, out fault) : Unclosed(data, final, full, out fault);
                }
                if (data[i] == '\r' && i + 1 < data.Length && data[i + 1] == '\n')
                {
                    i++;
                }
                if (data[i] != separator && data[i] != '\n')
                {
                    return data[i] == '\r' && i + 1 == data.Length
                        ? Open(data, final, full, out fault)
                        : FirstLine(data, final, full, Fault.TextAfterQuote, out fault);
                }
            }
            else
            {
                var end = data[i..].IndexOfAny(separator, (byte)'\n');
                if (end < 0)
                {
                    return Open(data, final, full, out fault);
                }
                i += end;
            }
            if (data[i] == '\n')
            {
                return Whole(i, i + 1, out fault);
            }
            i++;
        }
    }

    private static int Whole(int content, int length, out Fault fault)
    {
        fault = content > LongestRecord ? Fault.RecordTooLong : Fault.None;
        return length;
    }

    /// <summary>The bytes end outside of quotes.</summary>
    private static int Open(ReadOnlySpan<byte> data, bool final, bool full, out Fault fault)
    {
        if (final)
        {
            return Whole(data.Length, data.Length, out fault);
        }
        fault = full ? Fault.RecordTooLong : Fault.None;
        return -1;
    }

    /// <summary>The bytes end within quotes, or at a quote that may be the first of two.</summary>
    private static int Unclosed(ReadOnlySpan<byte> data, bool final, bool full, out Fault fault)
    {
        if (final || full)
        {
            return FirstLine(data, final, full, Fault.UnclosedQuote, out fault);
        }
        fault = Fault.None;
        return -1;
    }

    private static int FirstLine(
        ReadOnlySpan<byte> data,
        bool final,
        bool full,
        Fault why,
        out Fault fault
    )
    {
        var end = data.IndexOf((byte)'\n');
        var content = end >= 0 ? end : data.Length;
        fault =
            content > LongestRecord ? Fault.RecordTooLong
            : end >= 0 || final ? why
            : Fault.None;
        return end >= 0 ? end + 1
            : final ? data.Length
            : -1;
    }
}
