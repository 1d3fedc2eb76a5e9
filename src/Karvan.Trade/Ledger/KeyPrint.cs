using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Karvan.Trade.Ledger;

/// <summary>
/// What a line is known by (flow, declaration, line number) as 128 bits of its SHA-256, with its exporter. Two keys with
/// the same print would take more lines than the world will ever have, and nobody can make them on purpose.
/// </summary>
internal readonly record struct KeyPrint(ulong High, ulong Low, long Exporter)
{
    public const int Partitions = 64;

    public int Partition => (int)(High >> 58);

    public static KeyPrint Of(
        bool import,
        ReadOnlySpan<byte> declaration,
        int lineNumber,
        long exporter
    )
    {
        Span<byte> key = stackalloc byte[64 * 4 + 8];
        key[0] = import ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32LittleEndian(key[1..], lineNumber);
        declaration.CopyTo(key[5..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(key[..(5 + declaration.Length)], hash);
        return new KeyPrint(
            BinaryPrimitives.ReadUInt64LittleEndian(hash),
            BinaryPrimitives.ReadUInt64LittleEndian(hash[8..]),
            exporter
        );
    }

    public (ulong, ulong) Key => (High, Low);

    public static int ByKey(KeyPrint a, KeyPrint b)
    {
        var order = a.High.CompareTo(b.High);
        return order != 0 ? order : a.Low.CompareTo(b.Low);
    }
}
