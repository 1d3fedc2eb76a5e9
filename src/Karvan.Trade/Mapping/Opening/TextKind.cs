using System.Text;
using System.Text.Unicode;
using Karvan.Trade.Files;
using Karvan.Trade.Mapping.Profiles;

namespace Karvan.Trade.Mapping.Opening;

/// <summary>Finds out in what a text file is written, and refuses what is no text at all.</summary>
internal static class TextKind
{
    private const int Block = 1 << 20;

    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0];

    private static ReadOnlySpan<byte> GzipFile => [0x1F, 0x8B];

    /// <param name="open">Opens the bytes of the file, unpacked.</param>
    /// <exception cref="UnusableInputException">It is no text, or another encoding than the wanted one.</exception>
    public static TextEncoding Of(
        Func<Stream> open,
        string name,
        TextEncoding wanted,
        CancellationToken cancellation
    )
    {
        using var stream = open();
        var block = new byte[Block];
        var length = stream.ReadAtLeast(block, block.Length, throwOnEndOfStream: false);
        var start = block.AsSpan(0, length);
        RefuseOtherKinds(start, name);
        if (IsUtf16Marked(start) || wanted is TextEncoding.Utf16)
        {
            return wanted is TextEncoding.Auto or TextEncoding.Utf16
                ? TextEncoding.Utf16
                : throw Refusal(name, "UTF-16 text", "the encoding that the profile names");
        }
        if (start.Contains((byte)0))
        {
            throw Refusal(name, "zero bytes", "text: UTF-8, UTF-16 with a mark, or windows-1256");
        }
        return wanted is not TextEncoding.Auto ? wanted
            : start.StartsWith(Encoding.UTF8.Preamble) ? TextEncoding.Utf8
            : ByFirstLetters(stream, block, length, cancellation);
    }

    public static Encoding Utf16Of(ReadOnlySpan<byte> start) =>
        start.StartsWith(Encoding.BigEndianUnicode.Preamble)
            ? Encoding.BigEndianUnicode
            : Encoding.Unicode;

    public static Encoding Windows1256 { get; } =
        CodePagesEncodingProvider.Instance.GetEncoding(1256)!;

    /// <summary>
    /// The first block in which other than ASCII stands decides. Numbers alone may go on for long before the first name,
    /// so the whole file is gone through if need be.
    /// </summary>
    private static TextEncoding ByFirstLetters(
        Stream stream,
        byte[] block,
        int length,
        CancellationToken cancellation
    )
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var bytes = block.AsSpan(0, length);
            var last = length < block.Length;
            if (!Ascii.IsValid(bytes))
            {
                var whole = last ? bytes : WithoutTornEnd(bytes);
                return Utf8.IsValid(whole) ? TextEncoding.Utf8 : TextEncoding.Windows1256;
            }
            if (last)
            {
                return TextEncoding.Utf8;
            }
            length = stream.ReadAtLeast(block, block.Length, throwOnEndOfStream: false);
        }
    }

    /// <summary>Leaves out a character that the end of a block cuts in two.</summary>
    private static ReadOnlySpan<byte> WithoutTornEnd(ReadOnlySpan<byte> bytes)
    {
        const int LongestCharacter = 4;
        for (var back = 1; back < LongestCharacter; back++)
        {
            if (bytes[^back] >= 0xC0)
            {
                return bytes[..^back];
            }
            if (bytes[^back] < 0x80)
            {
                break;
            }
        }
        return bytes;
    }

    private static bool IsUtf16Marked(ReadOnlySpan<byte> start) =>
        start.StartsWith(Encoding.Unicode.Preamble)
        || start.StartsWith(Encoding.BigEndianUnicode.Preamble);

    private static void RefuseOtherKinds(ReadOnlySpan<byte> start, string name)
    {
        if (start.IsEmpty)
        {
            throw Refusal(name, "an empty file", "a table; copy the file again");
        }
        if (start.StartsWith("PK"u8))
        {
            throw Refusal(name, "a workbook or another zip archive", "text; name a workbook .xlsx");
        }
        if (start.StartsWith(CompoundFile))
        {
            throw Refusal(
                name,
                "an old .xls workbook",
                "text or an .xlsx workbook; open it in a spreadsheet program and save it as .xlsx"
            );
        }
        if (start.StartsWith(GzipFile))
        {
            throw Refusal(name, "packed bytes (gzip)", "text; name a packed file .csv.gz");
        }
        if (start.StartsWith("%PDF"u8))
        {
            throw Refusal(name, "a PDF document", "a table as .csv or .xlsx");
        }
        if (start.TrimStart(" \t\r\n\uFEFF"u8).StartsWith("<"u8))
        {
            throw Refusal(
                name,
                "a web page or XML",
                "a table; open it in a spreadsheet program and save it as .xlsx"
            );
        }
    }

    private static UnusableInputException Refusal(string name, string found, string expected) =>
        new($"{name}: found {found}, expected {expected}");
}
