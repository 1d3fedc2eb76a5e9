using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Karvan.Trade.Ledger;

/// <summary>
/// Lines of one exporter in some thirty bytes each, in the order of their keys: flow, declaration, line number. What
/// equals the line before is left out, and of a declaration number only what differs is written.
/// </summary>
internal static class LineBlock
{
    /// <summary>Of a block: few enough that reading one for a single line costs nothing.</summary>
    public const int MostLines = 2000;

    private const byte Version = 1;

    [Flags]
    private enum Marks : byte
    {
        None = 0,
        Import = 1,
        SameDay = 2,
        SameGoods = 4,
        SameCountry = 8,
        OtherCurrency = 16,
    }

    /// <summary>More than any line takes beside its declaration.</summary>
    private const int MostBytes = 12 * Varint.Longest;

    /// <param name="lines">In order of their keys.</param>
    /// <param name="texts">Where their declarations stand.</param>
    public static byte[] Write(ReadOnlySpan<PackedLine> lines, ReadOnlySpan<byte> texts)
    {
        var most = lines.Length * MostBytes + 16;
        foreach (ref readonly var line in lines)
        {
            most += line.DeclarationLength;
        }
        var rented = ArrayPool<byte>.Shared.Rent(most);
        try
        {
            var at = 0;
            rented[at++] = Version;
            at += Varint.Write(rented.AsSpan(at), (ulong)lines.Length);
            PackedLine before = default;
            foreach (ref readonly var line in lines)
            {
                at += Write(rented.AsSpan(at), line, before, texts);
                before = line;
            }
            return rented.AsSpan(0, at).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static int Write(
        Span<byte> into,
        in PackedLine line,
        in PackedLine before,
        ReadOnlySpan<byte> texts
    )
    {
        var marks =
            (line.Import ? Marks.Import : Marks.None)
            | (line.Day == before.Day ? Marks.SameDay : Marks.None)
            | (line.HsCode == before.HsCode ? Marks.SameGoods : Marks.None)
            | (line.Country == before.Country ? Marks.SameCountry : Marks.None)
            | (line.Currency != 0 ? Marks.OtherCurrency : Marks.None);
        var at = 0;
        into[at++] = (byte)marks;
        var number = line.Declaration(texts);
        var shared = number.CommonPrefixLength(before.Declaration(texts));
        at += Varint.Write(into[at..], (ulong)shared);
        at += Varint.Write(into[at..], (ulong)(number.Length - shared));
        number[shared..].CopyTo(into[at..]);
        at += number.Length - shared;
        at += Varint.Write(into[at..], (ulong)line.LineNumber);
        at += Varint.WriteSigned(into[at..], line.SourceLine - before.SourceLine);
        if (!marks.HasFlag(Marks.SameDay))
        {
            at += Varint.WriteSigned(into[at..], line.Day - before.Day);
        }
        if (!marks.HasFlag(Marks.SameGoods))
        {
            at += Varint.Write(into[at..], (ulong)line.HsCode);
        }
        if (!marks.HasFlag(Marks.SameCountry))
        {
            BinaryPrimitives.WriteUInt16BigEndian(into[at..], line.Country);
            at += sizeof(ushort);
        }
        at += Varint.Write(into[at..], (ulong)line.Cents);
        at += Varint.Write(into[at..], (ulong)line.Grams);
        if (line.Currency != 0)
        {
            at += Varint.Write(into[at..], line.Currency);
            at += Varint.Write(into[at..], (ulong)line.Amount);
        }
        return at;
    }

    /// <summary>Reads the lines of blocks behind those that are there.</summary>
    /// <param name="exporter">Whose block it is, packed.</param>
    /// <exception cref="InvalidDataException">The bytes are no block, or of a later version.</exception>
    public static void Read(ReadOnlySpan<byte> block, long exporter, PackedLines lines)
    {
        if (block.Length < 2 || block[0] != Version)
        {
            throw Varint.Damaged();
        }
        var at = 1;
        var count = Varint.Read(block, ref at);
        PackedLine line = default;
        for (var i = 0UL; i < count; i++)
        {
            Next(block, ref at, ref line, lines);
            line.Exporter = exporter;
            lines.Add(line);
        }
        if (at != block.Length)
        {
            throw Varint.Damaged();
        }
    }

    /// <summary>Whether a line of the block has a key.</summary>
    /// <exception cref="InvalidDataException">The bytes are no block, or of a later version.</exception>
    public static bool Has(ReadOnlySpan<byte> block, LineKey key)
    {
        var lines = new PackedLines();
        Read(block, 0, lines);
        var declaration = Encoding.UTF8.GetBytes(key.Declaration);
        foreach (ref readonly var line in lines.All)
        {
            if (
                line.Import == key.Import
                && line.LineNumber == key.LineNumber
                && lines
                    .Texts.Slice(line.DeclarationStart, line.DeclarationLength)
                    .SequenceEqual(declaration)
            )
            {
                return true;
            }
        }
        return false;
    }

    /// <param name="line">The line before; becomes the next.</param>
    private static void Next(
        ReadOnlySpan<byte> block,
        ref int at,
        ref PackedLine line,
        PackedLines lines
    )
    {
        if (at >= block.Length)
        {
            throw Varint.Damaged();
        }
        var marks = (Marks)block[at++];
        line.Import = marks.HasFlag(Marks.Import);
        var shared = Varint.Read(block, ref at);
        var more = Varint.Read(block, ref at);
        if (shared > (ulong)line.DeclarationLength || more > (ulong)(block.Length - at))
        {
            throw Varint.Damaged();
        }
        (line.DeclarationStart, line.DeclarationLength) = lines.Text(
            line.DeclarationStart,
            (int)shared,
            block.Slice(at, (int)more)
        );
        at += (int)more;
        line.LineNumber = (int)Varint.Read(block, ref at);
        line.SourceLine += Varint.ReadSigned(block, ref at);
        if (!marks.HasFlag(Marks.SameDay))
        {
            line.Day += (int)Varint.ReadSigned(block, ref at);
        }
        if (!marks.HasFlag(Marks.SameGoods))
        {
            line.HsCode = (long)Varint.Read(block, ref at);
        }
        if (!marks.HasFlag(Marks.SameCountry))
        {
            line.Country = Varint.ReadPair(block, ref at);
        }
        line.Cents = (long)Varint.Read(block, ref at);
        line.Grams = (long)Varint.Read(block, ref at);
        (line.Currency, line.Amount) = (0, 0);
        if (marks.HasFlag(Marks.OtherCurrency))
        {
            line.Currency = (uint)Varint.Read(block, ref at);
            line.Amount = (long)Varint.Read(block, ref at);
        }
    }
}
