using Karvan.Trade.Fields;

namespace Karvan.Trade.Csv;

/// <summary>Where a record ends, by RFC 4180: a quoted field may hold commas, line ends and doubled quotes.</summary>
internal static class RecordScanner
{
    /// <summary>The most bytes of a record, its line end aside; a longer one is rejected whole, however many gigabytes it has.</summary>
    public const int LongestRecord = 1 << 20;

    /// <param name="data">From the first byte of the record.</param>
    /// <param name="final">Whether nothing follows <paramref name="data"/> in the file.</param>
    /// <param name="fault">
    /// A faulty record is its first physical line alone, so that one stray quote cannot swallow the lines after it.
    /// </param>
    /// <returns>
    /// The length with the line end, or −1: more bytes are needed, or (with a fault) the first line itself is too long.
    /// </returns>
    public static int Length(ReadOnlySpan<byte> data, bool final, out Fault fault)
    {
        fault = Fault.None;
        if (data.Length > LongestRecord)
        {
            // Only so much is looked at, however much is at hand: the answer must not depend on how a file was cut.
            data = data[..(LongestRecord + 1)];
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
                        return Unfinished(data, final, Fault.UnclosedQuote, out fault);
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
                    return final ? i : Unfinished(data, final, Fault.UnclosedQuote, out fault);
                }
                if (data[i] == '\r' && i + 1 < data.Length && data[i + 1] == '\n')
                {
                    i++;
                }
                if (data[i] is not ((byte)',' or (byte)'\n'))
                {
                    if (data[i] == '\r' && i + 1 == data.Length)
                    {
                        return final ? i + 1 : -1;
                    }
                    return FirstLine(data, final, Fault.TextAfterQuote, out fault);
                }
            }
            else
            {
                var end = data[i..].IndexOfAny((byte)',', (byte)'\n');
                if (end < 0)
                {
                    return Unfinished(data, final, Fault.None, out fault);
                }
                i += end;
            }
            if (data[i] == '\n')
            {
                return i + 1;
            }
            i++;
        }
    }

    private static int Unfinished(ReadOnlySpan<byte> data, bool final, Fault atEnd, out Fault fault)
    {
        fault = Fault.None;
        if (!final && data.Length <= LongestRecord)
        {
            return -1;
        }
        return FirstLine(
            data,
            final,
            atEnd is Fault.None && !final ? Fault.RecordTooLong : atEnd,
            out fault
        );
    }

    private static int FirstLine(ReadOnlySpan<byte> data, bool final, Fault why, out Fault fault)
    {
        fault = why;
        var end = data.IndexOf((byte)'\n');
        if (end >= 0)
        {
            return end + 1;
        }
        if (final)
        {
            return data.Length;
        }
        fault = data.Length > LongestRecord ? Fault.RecordTooLong : Fault.None;
        return -1;
    }
}
