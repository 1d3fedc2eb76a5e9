using System.Buffers;
using System.Runtime.ExceptionServices;
using Karvan.Trade.Fields;
using Karvan.Trade.Files;

namespace Karvan.Trade.Csv;

/// <summary>
/// Cuts files into chunks of whole records, one after the other. Cutting is sequential and cheap (a read, a search
/// for quotes and for the last line end), so that many threads can share one source and do the real work outside it.
/// </summary>
internal sealed class ChunkSource(
    IReadOnlyList<InputFile> files,
    IReadOnlyList<string> wantedColumns,
    int blockBytes = 1 << 19
) : IDisposable
{
    private const int HeaderBytes = 1 << 20;

    private readonly Lock gate = new();
    private Stream? stream;
    private int file = -1;
    private long sequence;
    private CsvLayout? layout;
    private byte[] carry = [];
    private int carryLength;
    private long carryOffset;
    private long line;
    private bool ended;
    private long singleLinesUntil;
    private ExceptionDispatchInfo? failure;
    private long filesBefore;

    /// <summary>Bytes of the files on disk that are used up; at the end, the sum of their lengths.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Cuts the next chunk into <paramref name="chunk"/>.</summary>
    /// <returns>False when all files are read.</returns>
    /// <exception cref="UnusableInputException">A file is missing columns, damaged, or of another kind.</exception>
    public bool Next(Chunk chunk)
    {
        lock (gate)
        {
            // Whoever comes after a failure gets the same one: what is told must not depend on which thread was first.
            failure?.Throw();
            try
            {
                return CutNext(chunk);
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
                throw;
            }
        }
    }

    private bool CutNext(Chunk chunk)
    {
        while (true)
        {
            if (stream is null && !OpenNext())
            {
                return false;
            }
            Fill(chunk);
            if (Cut(chunk))
            {
                chunk.Sequence = sequence++;
                return true;
            }
            if (ended && carryLength == 0)
            {
                Close();
            }
        }
    }

    public void Dispose() => Close();

    private void Close()
    {
        stream?.Dispose();
        stream = null;
    }

    private bool OpenNext()
    {
        if (++file >= files.Count)
        {
            return false;
        }
        filesBefore = BytesRead;
        stream = files[file].Open();
        (carryLength, carryOffset, line, ended, singleLinesUntil) = (0, 0, 1, false, 0);
        ReadHeader();
        return true;
    }

    private void ReadHeader()
    {
        var name = files[file].Name;
        var buffer = ArrayPool<byte>.Shared.Rent(HeaderBytes + blockBytes);
        try
        {
            var filled = 0;
            while (true)
            {
                var read = Read(
                    buffer.AsSpan(filled, Math.Min(blockBytes, buffer.Length - filled))
                );
                ended = read == 0;
                filled += read;
                var skip = Header.SkipMark(name, buffer.AsSpan(0, filled));
                var length = RecordScanner.Length(
                    buffer.AsSpan(skip..filled),
                    ended,
                    out var fault
                );
                if (length > 0 || ended || fault is not Fault.None)
                {
                    var record = buffer.AsMemory(skip, Math.Max(0, length));
                    layout = Header.Read(name, record, fault, wantedColumns);
                    line += record.Span.Count((byte)'\n');
                    carryOffset = skip + record.Length;
                    KeepCarry(buffer.AsSpan((int)carryOffset, filled - (int)carryOffset));
                    return;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Puts the carry and a fresh block into the chunk's buffer.</summary>
    private void Fill(Chunk chunk)
    {
        var room = carryLength + blockBytes + Chunk.Slack;
        if (chunk.Buffer.Length < room)
        {
            chunk.Buffer = GC.AllocateUninitializedArray<byte>(room + blockBytes / 2);
        }
        carry.AsSpan(0, carryLength).CopyTo(chunk.Buffer);
        chunk.File = file;
        chunk.Layout = layout!;
        chunk.Offset = carryOffset;
        chunk.FirstLine = line;
        chunk.Start = 0;
        chunk.End = carryLength;
        while (!ended && chunk.End < carryLength + blockBytes)
        {
            var read = Read(chunk.Buffer.AsSpan(chunk.End, carryLength + blockBytes - chunk.End));
            ended = read == 0;
            chunk.End += read;
        }
        carryLength = 0;
        if (ended && chunk.End > 0 && chunk.Buffer[chunk.End - 1] != '\n')
        {
            // The last record may lack its line end; with one in place, nobody after here has to care.
            chunk.Buffer[chunk.End++] = (byte)'\n';
        }
    }

    /// <returns>Whether the chunk holds at least one record; otherwise its bytes were carried over or skipped.</returns>
    private bool Cut(Chunk chunk)
    {
        chunk.Records.Clear();
        chunk.HasQuotes = chunk.Bytes.Contains((byte)'"');
        var whole = chunk.HasQuotes ? CutRecords(chunk) : chunk.Bytes.LastIndexOf((byte)'\n') + 1;
        if (whole == 0 && chunk.End > RecordScanner.LongestRecord)
        {
            RejectTooLong(chunk);
            return true;
        }
        var rest = chunk.Buffer.AsSpan(whole..chunk.End);
        chunk.End = whole;
        carryOffset = chunk.Offset + whole;
        line += chunk.Bytes.Count((byte)'\n');
        KeepCarry(rest);
        return whole > 0;
    }

    private int CutRecords(Chunk chunk)
    {
        var at = 0;
        while (at < chunk.End)
        {
            var length = CutRecord(
                chunk.Buffer.AsSpan(at..chunk.End),
                chunk.Offset + at,
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
    /// went, so that a file full of stray quotes is searched once and not once a line.
    /// </summary>
    private int CutRecord(ReadOnlySpan<byte> data, long offset, out Fault fault)
    {
        if (offset >= singleLinesUntil)
        {
            var length = RecordScanner.Length(data, ended, out fault);
            singleLinesUntil = fault is Fault.UnclosedQuote or Fault.RecordTooLong
                ? offset + RecordScanner.LongestRecord
                : singleLinesUntil;
            return length;
        }
        fault = Fault.None;
        var end = data.IndexOf((byte)'\n');
        if (end > RecordScanner.LongestRecord)
        {
            fault = Fault.RecordTooLong;
            return end + 1;
        }
        return end < 0 ? -1 : RecordScanner.Length(data[..(end + 1)], final: true, out fault);
    }

    /// <summary>A record of any length becomes one rejected line: its beginning is kept, the rest is read past.</summary>
    private void RejectTooLong(Chunk chunk)
    {
        var skipped = (long)chunk.End;
        var found = chunk.Bytes.IndexOf((byte)'\n');
        var kept = chunk.Buffer.AsSpan(0, chunk.End);
        Span<byte> rest = [];
        if (found >= 0)
        {
            rest = kept[(found + 1)..];
            skipped = found + 1;
        }
        else
        {
            var block = new byte[blockBytes];
            while (rest.IsEmpty && !ended)
            {
                var read = Read(block);
                ended = read == 0;
                var end = block.AsSpan(0, read).IndexOf((byte)'\n');
                skipped += end < 0 ? read : end + 1;
                if (end >= 0)
                {
                    rest = block.AsSpan(end + 1, read - end - 1);
                    break;
                }
            }
        }
        carryOffset = chunk.Offset + skipped;
        line++;
        KeepCarry(rest);
        chunk.HasQuotes = true;
        chunk.Records.Clear();
        chunk.Records.Add(
            (0, Math.Min(chunk.End, RecordScanner.LongestRecord), Fault.RecordTooLong)
        );
        chunk.End = chunk.Records[0].Length;
    }

    private void KeepCarry(ReadOnlySpan<byte> rest)
    {
        if (carry.Length < rest.Length)
        {
            carry = new byte[Math.Max(rest.Length, carry.Length * 2)];
        }
        rest.CopyTo(carry);
        carryLength = rest.Length;
    }

    private int Read(Span<byte> into)
    {
        try
        {
            var read = stream!.Read(into);
            BytesRead = stream is ForwardStream packed
                ? filesBefore + packed.PackedBytes
                : BytesRead + read;
            return read;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException(
                $"{files[file].Name}: reading failed ({e.Message}), expected a readable file"
            );
        }
    }
}
