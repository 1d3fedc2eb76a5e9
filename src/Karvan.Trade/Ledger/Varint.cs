using System.Buffers.Binary;

namespace Karvan.Trade.Ledger;

/// <summary>Whole numbers in as few bytes as they need: seven bits a byte, the lowest first.</summary>
internal static class Varint
{
    /// <summary>The most bytes that 64 bits take.</summary>
    public const int Longest = 10;

    /// <returns>The bytes written.</returns>
    public static int Write(Span<byte> into, ulong value)
    {
        var at = 0;
        while (value >= 0x80)
        {
            into[at++] = (byte)(value | 0x80);
            value >>= 7;
        }
        into[at++] = (byte)value;
        return at;
    }

    /// <summary>Of a difference: small ones of either sign stay short.</summary>
    public static int WriteSigned(Span<byte> into, long value) =>
        Write(into, (ulong)(value << 1 ^ value >> 63));

    /// <exception cref="InvalidDataException">The bytes end too early, or hold more than 64 bits.</exception>
    public static ulong Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if ((uint)at >= (uint)bytes.Length)
            {
                throw Damaged();
            }
            var part = bytes[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
        throw Damaged();
    }

    public static long ReadSigned(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = Read(bytes, ref at);
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    public static ushort ReadPair(ReadOnlySpan<byte> bytes, ref int at)
    {
        if (bytes.Length - at < sizeof(ushort))
        {
            throw Damaged();
        }
        var pair = BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
        at += sizeof(ushort);
        return pair;
    }

    public static InvalidDataException Damaged() => new("A block of customs lines is damaged.");
}
