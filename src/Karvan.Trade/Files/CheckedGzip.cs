using System.IO.Compression;

namespace Karvan.Trade.Files;

/// <summary>
/// Unpacks gzip and notices a file that was cut short. The framework's own stream ends quietly on a cut file, so a
/// small gzip member with a known mark is put behind the file: only a whole file is followed by the mark.
/// </summary>
internal sealed class CheckedGzip : ForwardStream
{
    private static readonly byte[] Mark = [.. "\0karvan-end-of-gzip\0"u8];
    private static readonly byte[] MarkMember = Pack(Mark);

    private readonly string name;
    private readonly Appended appended;
    private readonly GZipStream unpacked;
    private readonly byte[] held = new byte[Mark.Length];
    private byte[] window = [];
    private int heldLength;
    private bool ended;

    public CheckedGzip(Stream packed, string name)
    {
        this.name = name;
        appended = new Appended(packed, MarkMember);
        unpacked = new GZipStream(appended, CompressionMode.Decompress);
    }

    public override long PackedBytes => appended.PackedBytes;

    public override int Read(Span<byte> buffer)
    {
        if (ended || buffer.IsEmpty)
        {
            return 0;
        }
        // The last bytes are held back until more follow: they may be the mark.
        if (window.Length < Mark.Length + buffer.Length)
        {
            window = new byte[Mark.Length + buffer.Length];
        }
        var longest = Mark.Length + buffer.Length;
        held.AsSpan(0, heldLength).CopyTo(window);
        var filled = heldLength;
        while (filled <= Mark.Length)
        {
            var read = Next(window.AsSpan(filled..longest));
            if (read == 0)
            {
                ended = true;
                return filled == Mark.Length && window.AsSpan(0, filled).SequenceEqual(Mark)
                    ? 0
                    : throw Damaged(null);
            }
            filled += read;
        }
        var given = filled - Mark.Length;
        window.AsSpan(0, given).CopyTo(buffer);
        window.AsSpan(given, Mark.Length).CopyTo(held);
        heldLength = Mark.Length;
        return given;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
        }
        base.Dispose(disposing);
    }

    private int Next(Span<byte> buffer)
    {
        try
        {
            return unpacked.Read(buffer);
        }
        catch (InvalidDataException e)
        {
            throw Damaged(e);
        }
    }

    private UnusableInputException Damaged(InvalidDataException? e) =>
        new(
            $"{name}: found {(e is null ? "gzip data that ends too early or is followed by other bytes" : "bytes that are not gzip, or damaged gzip")}, "
                + "expected a whole gzip file; copy or compress the file again"
        );

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(content);
        }
        return packed.ToArray();
    }

    /// <summary>A stream followed by a few bytes.</summary>
    private sealed class Appended(Stream first, byte[] rest) : ForwardStream
    {
        private int given;
        private long taken;

        public override long PackedBytes => taken;

        public override int Read(Span<byte> buffer)
        {
            var read = first.Read(buffer);
            taken += read;
            if (read == 0)
            {
                read = Math.Min(buffer.Length, rest.Length - given);
                rest.AsSpan(given, read).CopyTo(buffer);
                given += read;
            }
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                first.Dispose();
            }
            base.Dispose(disposing);
        }
    }
}
