using System.IO.Compression;
using Karvan.Trade.Files;

namespace Karvan.Trade.Xlsx;

/// <summary>
/// The bytes of a part, checked at their end against the checksum of the zip's directory (the framework checks none,
/// and a single wrong bit may well turn one digit into another), and refused where a piece of XML has no end in sight.
/// </summary>
internal sealed class CheckedPart(ZipArchiveEntry part, string place) : ForwardStream
{
    /// <summary>
    /// Tags, attributes and texts cannot hold '&lt;', so its distance bounds what an XML reader has to keep in memory.
    /// </summary>
    private const int LongestPiece = 4 << 20;

    private readonly Stream bytes = part.Open();
    private uint checksum = Crc32.Start;
    private long length;
    private long lastTag;

    public override long PackedBytes =>
        length >= part.Length
            ? part.CompressedLength
            : (long)((Int128)part.CompressedLength * length / part.Length);

    public override int Read(Span<byte> buffer)
    {
        var read = bytes.Read(buffer);
        if (read == 0 && !buffer.IsEmpty)
        {
            CheckEnd();
            return 0;
        }
        var given = buffer[..read];
        checksum = Crc32.Add(checksum, given);
        var tag = given.LastIndexOf((byte)'<');
        lastTag = tag < 0 ? lastTag : length + tag;
        length += read;
        return length - lastTag <= LongestPiece
            ? read
            : throw WorkbookRefusal.Of(
                place,
                $"more than {LongestPiece} bytes without a tag",
                "the XML of a spreadsheet program",
                "save it again from one"
            );
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            bytes.Dispose();
        }
        base.Dispose(disposing);
    }

    private void CheckEnd()
    {
        if (length != part.Length || Crc32.End(checksum) != part.Crc32)
        {
            throw WorkbookRefusal.Of(
                place,
                "bytes that differ from the size or checksum noted in the file",
                "an undamaged .xlsx workbook",
                "copy the file again"
            );
        }
    }
}
