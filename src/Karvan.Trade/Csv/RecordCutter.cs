using Karvan.Trade.Fields;

namespace Karvan.Trade.Csv;

/// <summary>Cuts the chunks of a file into records one by one, where quotes stand in them.</summary>
internal sealed class RecordCutter(byte separator = (byte)',')
{
    private long singleLinesUntil;

    /// <summary>Begins another file.</summary>
    public void Begin() => singleLinesUntil = 0;

    /// <summary>Lists the records of a chunk.</summary>
    /// <param name="chunk">Of the same file as the one before, and behind it.</param>
    /// <param name="ended">Whether nothing follows in the file.</param>
    /// <returns>Where the first record begins that does not end in the chunk.</returns>
    public int Cut(Chunk chunk, bool ended)
    {
        chunk.Records.Clear();
        var at = 0;
        while (at < chunk.End)
        {
            var length = CutRecord(
                chunk.Buffer.AsSpan(at..chunk.End),
                chunk.Offset + at,
                ended,
                out var fault
            );
            if (length < 0)
            {
                break;
            }
            chunk.Records.Add((at, length, fault));
            at += length;
        }
        return at;
    }

    /// <summary>
    /// A quote that closes nowhere costs a long search. After one, lines are taken one by one as far as that search
    /// went, so that a file full of stray quotes is searched once and not once a line. Nothing is missed: the search
    /// saw doubled quotes at most, and none of them opens a field that goes on in the next line.
    /// </summary>
    private int CutRecord(ReadOnlySpan<byte> data, long offset, bool ended, out Fault fault)
    {
        if (offset >= singleLinesUntil)
        {
            var length = RecordScanner.Length(data, ended, out fault, separator: separator);
            if (fault is Fault.UnclosedQuote)
            {
                var searched = data[..Math.Min(data.Length, RecordScanner.Farthest)];
                singleLinesUntil = offset + searched.LastIndexOf((byte)'\n') + 1;
            }
            return length;
        }
        fault = Fault.None;
        var end = data.IndexOf((byte)'\n');
        if (end > RecordScanner.LongestRecord)
        {
            fault = Fault.RecordTooLong;
            return end + 1;
        }
        return end < 0
            ? -1
            : RecordScanner.Length(data[..(end + 1)], final: true, out fault, separator: separator);
    }
}
