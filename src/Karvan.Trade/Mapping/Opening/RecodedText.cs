using System.Text;
using Karvan.Trade.Files;

namespace Karvan.Trade.Mapping.Opening;

/// <summary>
/// Text of another encoding as UTF-8. What is no character there becomes U+FFFD, which the reading of fields refuses:
/// one torn character costs its line and not the file.
/// </summary>
internal sealed class RecodedText : ForwardStream
{
    private const int Block = 1 << 16;

    private readonly Stream text;
    private readonly Decoder decoder;
    private readonly byte[] bytes = new byte[Block];
    private readonly char[] chars;
    private readonly byte[] utf8;
    private int start;
    private int end;
    private long taken;
    private bool begun;
    private bool ended;

    /// <param name="text">Owned by this.</param>
    public RecodedText(Stream text, Encoding encoding)
    {
        this.text = text;
        decoder = encoding.GetDecoder();
        chars = new char[encoding.GetMaxCharCount(Block)];
        utf8 = new byte[Encoding.UTF8.GetMaxByteCount(chars.Length)];
    }

    public override long PackedBytes => text is ForwardStream packed ? packed.PackedBytes : taken;

    public override int Read(Span<byte> buffer)
    {
        while (start == end && !ended && !buffer.IsEmpty)
        {
            var read = text.Read(bytes);
            taken += read;
            ended = read == 0;
            var length = decoder.GetChars(bytes, 0, read, chars, 0, ended);
            // A byte order mark, where there is one, is no part of the first field.
            var from = !begun && length > 0 && chars[0] == '\uFEFF' ? 1 : 0;
            begun |= length > 0;
            (start, end) = (0, Encoding.UTF8.GetBytes(chars.AsSpan(from, length - from), utf8));
        }
        var given = Math.Min(buffer.Length, end - start);
        utf8.AsSpan(start, given).CopyTo(buffer);
        start += given;
        return given;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            text.Dispose();
        }
        base.Dispose(disposing);
    }
}
