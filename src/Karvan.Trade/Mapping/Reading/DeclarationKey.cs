using System.Security.Cryptography;
using System.Text;
using Karvan.Trade.Declarations;
using Karvan.Trade.Fields;
using Karvan.Trade.Mapping.Fields;

namespace Karvan.Trade.Mapping.Reading;

/// <summary>Puts the key of a row together: Latin digits, trimmed, upper case, parts joined by <c>-</c>.</summary>
/// <param name="substitute">Whether the columns stand in for a number the file does not have: one may be blank, and together they may be long.</param>
internal sealed class DeclarationKey(int[] columns, bool substitute, FieldChars chars)
{
    private const char Joint = '-';
    private const int HexDigits = 32;

    private char[] joined = new char[256];
    private readonly byte[] utf8 = new byte[CarefulLine.LongestDeclaration * 4];
    private int length;

    /// <summary>The key that was read last.</summary>
    public ReadOnlySpan<byte> Bytes => utf8.AsSpan(0, length);

    /// <param name="column">The place of the bad part.</param>
    public Fault Read(RowCells row, out int column)
    {
        column = columns[0];
        var filled = 0;
        var blank = true;
        for (var i = 0; i < columns.Length; i++)
        {
            column = columns[i];
            if (chars.Read(row[column], out var part) is not Fault.None and var fault)
            {
                return fault;
            }
            if (part.IsEmpty && !substitute)
            {
                return Fault.Blank;
            }
            blank &= part.IsEmpty;
            Add(part, ref filled, i > 0);
        }
        column = columns[0];
        return blank ? Fault.Blank : Finish(filled);
    }

    private void Add(ReadOnlySpan<char> part, ref int filled, bool behindAnother)
    {
        if (joined.Length < filled + part.Length * 2 + 1)
        {
            Array.Resize(ref joined, (filled + part.Length * 2 + 1) * 2);
        }
        if (behindAnother)
        {
            joined[filled++] = Joint;
        }
        foreach (var c in part)
        {
            joined[filled++] = c;
            if (c == Joint && columns.Length > 1)
            {
                joined[filled++] = Joint;
            }
        }
    }

    private Fault Finish(int filled)
    {
        var key = joined.AsSpan(0, filled);
        if (Ascii(key))
        {
            foreach (ref var c in key)
            {
                c = char.ToUpperInvariant(c);
            }
        }
        else
        {
            key = FoldedText.Compared(key.ToString()).ToUpperInvariant().ToCharArray();
        }
        if (key.Length > CarefulLine.LongestDeclaration)
        {
            if (!substitute)
            {
                return Fault.TooLong;
            }
            key = Shortened(key);
        }
        length = Encoding.UTF8.GetBytes(key, utf8);
        return Fault.None;
    }

    /// <summary>A long key keeps its beginning, for people; what tells it from others is its hash.</summary>
    private static char[] Shortened(ReadOnlySpan<char> key)
    {
        var whole = Encoding.UTF8.GetBytes(key.ToArray());
        var hash = Convert.ToHexString(SHA256.HashData(whole))[..HexDigits];
        var kept = key[..(CarefulLine.LongestDeclaration - HexDigits - 1)];
        // Half of a character that takes two places would be none.
        kept = char.IsHighSurrogate(kept[^1]) ? kept[..^1] : kept;
        return [.. kept, '~', .. hash];
    }

    private static bool Ascii(ReadOnlySpan<char> text) => System.Text.Ascii.IsValid(text);
}
