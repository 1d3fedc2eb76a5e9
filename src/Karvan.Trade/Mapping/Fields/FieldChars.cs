using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Karvan.Texts;
using Karvan.Trade.Fields;
using Karvan.Trade.Mapping.Words;

namespace Karvan.Trade.Mapping.Fields;

/// <summary>The text of one field after the other, with Latin digits and without blanks around; one array serves all.</summary>
internal sealed class FieldChars
{
    private char[] chars = new char[256];

    /// <param name="text">Valid until the next call.</param>
    /// <returns>None, or bad encoding: bytes that are no UTF-8, or that stood for no character where they came from.</returns>
    public Fault Read(ReadOnlySpan<byte> field, out ReadOnlySpan<char> text)
    {
        if (chars.Length < field.Length)
        {
            chars = new char[field.Length * 2];
        }
        var status = Utf8.ToUtf16(field, chars, out _, out var length, false);
        var span = chars.AsSpan(0, length);
        text = default;
        if (status is not OperationStatus.Done || span.Contains('\uFFFD'))
        {
            return Fault.BadEncoding;
        }
        foreach (ref var c in span)
        {
            c = Numerals.Latin(c);
        }
        text = Trimmed(span);
        return Fault.None;
    }

    /// <summary>Whether nothing but blanks stands there.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> field) =>
        field.IsEmpty || Trimmed(Encoding.UTF8.GetString(field)).IsEmpty;

    public static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && ComparedWord.IsBlank(text[start]))
        {
            start++;
        }
        while (end > start && ComparedWord.IsBlank(text[end - 1]))
        {
            end--;
        }
        return text[start..end];
    }
}
