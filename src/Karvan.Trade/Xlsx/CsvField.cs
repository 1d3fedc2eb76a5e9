using System.Text;

namespace Karvan.Trade.Xlsx;

/// <summary>A field by RFC 4180; the text has no line ends.</summary>
internal static class CsvField
{
    public static int MostBytes(ReadOnlySpan<char> text) =>
        Encoding.UTF8.GetMaxByteCount(text.Length) * 2 + 2;

    /// <returns>The number of bytes written.</returns>
    public static int Write(ReadOnlySpan<char> text, Span<byte> into)
    {
        if (text.IndexOfAny(',', '"') < 0)
        {
            return Encoding.UTF8.GetBytes(text, into);
        }
        var length = 0;
        into[length++] = (byte)'"';
        while (true)
        {
            var quote = text.IndexOf('"');
            if (quote < 0)
            {
                break;
            }
            length += Encoding.UTF8.GetBytes(text[..quote], into[length..]);
            into[length++] = (byte)'"';
            into[length++] = (byte)'"';
            text = text[(quote + 1)..];
        }
        length += Encoding.UTF8.GetBytes(text, into[length..]);
        into[length++] = (byte)'"';
        return length;
    }
}
