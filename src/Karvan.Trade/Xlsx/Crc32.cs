using System.Buffers.Binary;

namespace Karvan.Trade.Xlsx;

/// <summary>The checksum of zip (ISO 3309, reflected polynomial EDB88320), eight bytes a step.</summary>
internal static class Crc32
{
    public const uint Start = uint.MaxValue;

    private static readonly uint[][] Tables = BuildTables();

    public static uint End(uint state) => ~state;

    public static uint Add(uint state, ReadOnlySpan<byte> bytes)
    {
        var (t0, t1, t2, t3) = (Tables[0], Tables[1], Tables[2], Tables[3]);
        var (t4, t5, t6, t7) = (Tables[4], Tables[5], Tables[6], Tables[7]);
        while (bytes.Length >= 8)
        {
            var low = state ^ BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            state =
                t7[(byte)low]
                ^ t6[(byte)(low >> 8)]
                ^ t5[(byte)(low >> 16)]
                ^ t4[low >> 24]
                ^ t3[(byte)high]
                ^ t2[(byte)(high >> 8)]
                ^ t1[(byte)(high >> 16)]
                ^ t0[high >> 24];
            bytes = bytes[8..];
        }
        foreach (var b in bytes)
        {
            state = t0[(byte)(state ^ b)] ^ (state >> 8);
        }
        return state;
    }

    private static uint[][] BuildTables()
    {
        var tables = Enumerable.Range(0, 8).Select(_ => new uint[256]).ToArray();
        for (var b = 0u; b < 256; b++)
        {
            var state = b;
            for (var bit = 0; bit < 8; bit++)
            {
                state = (state & 1) == 0 ? state >> 1 : (state >> 1) ^ 0xEDB88320;
            }
            tables[0][b] = state;
        }
        for (var table = 1; table < 8; table++)
        {
            for (var b = 0; b < 256; b++)
            {
                var before = tables[table - 1][b];
                tables[table][b] = tables[0][(byte)before] ^ (before >> 8);
            }
        }
        return tables;
    }
}
