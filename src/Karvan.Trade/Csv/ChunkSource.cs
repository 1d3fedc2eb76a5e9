using System.Buffers;
using System.Runtime.ExceptionServices;
using Karvan.Trade.Fields;
using Karvan.Trade.Files;
using Karvan.Trade.Sources;

namespace Karvan.Trade.Csv;

/// <summary>
/// Cuts files into chunks of whole records, one after the other. Cutting is sequential and cheap (a read, a search
/// for quotes and for the last line end), so that many threads can share one source and do the real work outside it.
/// </summary>
internal sealed class ChunkSource : IDisposable
{
    private const int FarthestHeader = RecordScanner.LongestRecord + 1;

    private readonly IReadOnlyList<InputFile> files;
    private readonly IReadOnlyList<string> wantedColumns;
    private readonly TableStart? table;
    private readonly int blockBytes;
    private readonly Lock gate = new();
    private readonly RecordCutter records;
    private Stream? stream;
    private int file = -1;
    private long sequence;
    private CsvLayout? layout;
    private byte[] carry = [];
    private int carryLength;
    private long carryOffset;
    private long line;
    private bool ended;
    private ExceptionDispatchInfo? failure;
    private long filesBefore;

    /// <summary>Files of Karvan's own format: UTF-8, commas, the columns named in the first row.</summary>
    public ChunkSource(
        IReadOnlyList<InputFile> files,
        IReadOnlyList<string> wantedColumns,
        int blockBytes = 1 << 19
    )
    {
        (this.files, this.wantedColumns, this.blockBytes) = (files, wantedColumns, blockBytes);
        records = new RecordCutter();
    }

    /// <summary>One file whose table was found before.</summary>
    public ChunkSource(InputFile file, TableStart table, int blockBytes = 1 << 19)
    {
        (files, wantedColumns, this.blockBytes) = ([file], [], blockBytes);
        this.table = table;
        records = new RecordCutter(table.Separator);
    }

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
        (carryLength, carryOffset, line, ended) = (0, 0, 1, false);
        records.Begin();
        if (table is null)
        {
            stream = files[file].Open();
            ReadHeader();
        }
        else
        {
            stream = table.Open();
            layout = table.Layout;
            (carryOffset, line) = (table.Offset, table.Line);
            var block = new byte[blockBytes];
            for (var left = table.Offset; left > 0 && !ended; )
            {
                var read = Read(block.AsSpan(0, Math.Min(left, block.Length)));
                (ended, left) = (read == 0, left - read);
            }
        }
        return true;
    }

    private void ReadHeader()
    {
        var name = files[file].Name;
        var buffer = ArrayPool<byte>.Shared.Rent(FarthestHeader + Chunk.Slack + blockBytes);
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
                    out var fault,
                    FarthestHeader
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
        // What is carried over has no end yet: looking for it again and again in a little more would take long.
        var more = Math.Max(
            blockBytes,
            Math.Min(carryLength, RecordScanner.Farthest + 1 - carryLength)
        );
        var room = carryLength + more + Chunk.Slack;
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
        while (!ended && chunk.End < carryLength + more)
        {
            var read = Read(chunk.Buffer.AsSpan(chunk.End, carryLength + more - chunk.End));
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
        // A chunk that grew with a long record is cut here as well: its readers are made for small ones.
        chunk.HasQuotes =
            chunk.End > RecordScanner.LongestRecord + blockBytes || chunk.Bytes.Contains((byte)'"');
        var whole = chunk.HasQuotes
            ? records.Cut(chunk, ended)
            : chunk.Bytes.LastIndexOf((byte)'\n') + 1;
        if (whole == 0 && chunk.End > RecordScanner.Farthest)
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

    /// <summary>A record of any length becomes one rejected row: its beginning is kept, the rest up to a line end is read past.</summary>
    private void RejectTooLong(Chunk chunk)
    {
        var skipped = (long)chunk.End;
        var kept = chunk.Buffer.AsSpan(0, chunk.End);
        // Line ends before that stand in quotes.
        var found = kept[RecordScanner.Farthest..].IndexOf((byte)'\n');
        line += kept[..RecordScanner.Farthest].Count((byte)'\n') + 1;
        Span<byte> rest = [];
        if (found >= 0)
        {
            skipped = RecordScanner.Farthest + found + 1;
            rest = kept[(int)skipped..];
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
