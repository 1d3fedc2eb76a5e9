using System.Buffers;
using System.Globalization;
using System.Xml;

namespace Karvan.Trade.Xlsx;

/// <summary>The text of one cell, gathered from the XML; used again for the next.</summary>
/// <param name="place">Where the cell is, for messages.</param>
internal sealed class CellText(Func<string> place)
{
    /// <summary>A cell holds 32,767 characters, each of which may be written as <c>_xHHHH_</c>.</summary>
    private const int Longest = 7 * 32_767;

    private static readonly SearchValues<char> Special = SearchValues.Create("\r\n_");

    private char[] chars = new char[1024];
    private int length;

    public ReadOnlySpan<char> Raw => chars.AsSpan(0, length);

    public void Clear() => length = 0;

    /// <summary>Adds the text node the reader stands on.</summary>
    public void Append(XmlReader xml)
    {
        while (true)
        {
            var read = xml.ReadValueChunk(chars, length, chars.Length - length);
            length += read;
            if (read == 0)
            {
                return;
            }
            if (length == chars.Length)
            {
                Grow();
            }
        }
    }

    /// <summary>
    /// Adds what a string item (<c>si</c>, <c>is</c>) shows: its text or its runs of rich text, without the phonetic
    /// runs. The reader stands on the item and is left at its end.
    /// </summary>
    public void AppendItem(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }
        var depth = xml.Depth;
        var (phonetic, inText) = (false, false);
        while (xml.Next())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    if (xml.Depth == depth + 1)
                    {
                        phonetic = xml.LocalName == "rPh";
                    }
                    inText = !phonetic && !xml.IsEmptyElement && xml.LocalName == "t";
                    break;
                case XmlNodeType.EndElement when xml.Depth == depth:
                    return;
                case XmlNodeType.EndElement:
                    inText = false;
                    break;
                case XmlNodeType.Text
                or XmlNodeType.CDATA
                or XmlNodeType.SignificantWhitespace when inText:
                    Append(xml);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>The text with <c>_xHHHH_</c> read as the character it stands for, on one line.</summary>
    public ReadOnlySpan<char> OnOneLine()
    {
        var to = Raw.IndexOfAny(Special);
        if (to < 0)
        {
            return Raw;
        }
        var afterReturn = false;
        for (var from = to; from < length; from++)
        {
            var c = chars[from];
            if (c == '_' && TryUnescape(Raw[from..], out var escaped))
            {
                c = escaped;
                from += 6;
            }
            // A return and a line feed after it are one break.
            if (c != '\n' || !afterReturn)
            {
                chars[to++] = c is '\r' or '\n' ? ' ' : c;
            }
            afterReturn = c == '\r';
        }
        length = to;
        return Raw;
    }

    private static bool TryUnescape(ReadOnlySpan<char> text, out char c)
    {
        c = '\0';
        if (
            text is not ['_', 'x', _, _, _, _, '_', ..]
            || !ushort.TryParse(text[2..6], NumberStyles.AllowHexSpecifier, null, out var code)
            || char.IsSurrogate((char)code)
        )
        {
            return false;
        }
        c = (char)code;
        return true;
    }

    private void Grow()
    {
        if (length > Longest)
        {
            throw WorkbookRefusal.Of(
                place(),
                $"a cell of more than {Longest} characters",
                "32767 at most",
                "shorten it"
            );
        }
        Array.Resize(ref chars, chars.Length * 2);
    }
}
