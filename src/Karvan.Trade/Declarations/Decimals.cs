using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Karvan.Trade.Declarations;

/// <summary>
/// Digits sixteen at a time, read backwards from the end of a field: its length then changes a mask, and not the way
/// through the code, which a processor cannot foresee. Loads reach up to 16 bytes before a field's end.
/// </summary>
internal static class Decimals
{
    public const int Reach = 16;

    public static bool IsSupported => Sse41.IsSupported;

    /// <summary>16 bytes of nothing, 16 of everything: read from place n, the last n bytes are kept.</summary>
    private static ReadOnlySpan<byte> Kept =>
        [
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            255,
            255,
            255,
            255,
            255,
            255,
            255,
            255,
            255,
            255,
            255,
            255,
            255,
            255,
            255,
            255,
        ];

    /// <summary>For 0 to 3 digits after the point: closes the gap that the point leaves; 128 gives a zero.</summary>
    private static ReadOnlySpan<byte> Closing =>
        [
            0,
            1,
            2,
            3,
            4,
            5,
            6,
            7,
            8,
            9,
            10,
            11,
            12,
            13,
            14,
            15,
            128,
            0,
            1,
            2,
            3,
            4,
            5,
            6,
            7,
            8,
            9,
            10,
            11,
            12,
            13,
            15,
            128,
            0,
            1,
            2,
            3,
            4,
            5,
            6,
            7,
            8,
            9,
            10,
            11,
            12,
            14,
            15,
            128,
            0,
            1,
            2,
            3,
            4,
            5,
            6,
            7,
            8,
            9,
            10,
            11,
            13,
            14,
            15,
        ];

    /// <summary>Reads a whole number.</summary>
    /// <param name="end">The byte after the field.</param>
    /// <param name="length">1 to 16.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryWhole(ref byte end, int length, out long value)
    {
        var digits = Digits(ref end, length);
        value = Value(digits);
        return !Vector128.GreaterThanAny(digits, Vector128.Create((byte)9));
    }

    /// <summary>Reads a number with a point and at most three digits after it, or with neither.</summary>
    /// <param name="end">The byte after the field.</param>
    /// <param name="length">1 to 16.</param>
    /// <param name="fraction">How many digits stand after the point.</param>
    /// <param name="value">The digits without their point.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryFraction(ref byte end, int length, out int fraction, out long value)
    {
        var digits = Digits(ref end, length);
        var points = Vector128
            .Equals(digits, Vector128.Create(unchecked((byte)('.' - '0'))))
            .ExtractMostSignificantBits();
        // No point: 16 zeros below the added bit, and the fraction counts as none.
        fraction =
            (Reach - 1 - System.Numerics.BitOperations.TrailingZeroCount(points | 1u << 16)) & 15;
        fraction = points == 0 ? 0 : fraction;
        var plain = Vector128.LoadUnsafe(
            ref MemoryMarshal.GetReference(Closing),
            (nuint)(uint)(fraction & 3) * 16
        );
        digits = Ssse3.Shuffle(digits, plain);
        value = Value(digits);
        // A second point, one that ends the field, or one too far from its end is left over as no digit.
        return fraction <= 3 && !Vector128.GreaterThanAny(digits, Vector128.Create((byte)9));
    }

    /// <summary>The digits' values; what stood before the field is 0, what is no digit is over 9.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Digits(ref byte end, int length)
    {
        var bytes = Vector128.LoadUnsafe(ref Unsafe.Subtract(ref end, Reach));
        var kept = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(Kept), (nuint)(uint)length);
        return (bytes - Vector128.Create((byte)'0')) & kept;
    }

    /// <summary>Pairs, fours and eights of digits put together, then the two eights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Value(Vector128<byte> digits)
    {
        var pairs = Ssse3.MultiplyAddAdjacent(digits, Vector128.Create((short)0x010A).AsSByte());
        var fours = Sse2.MultiplyAddAdjacent(pairs, Vector128.Create(0x0001_0064).AsInt16());
        var packed = Sse41.PackUnsignedSaturate(fours, fours).AsInt16();
        var eights = Sse2.MultiplyAddAdjacent(packed, Vector128.Create(0x0001_2710).AsInt16());
        var both = eights.AsUInt64().ToScalar();
        return (uint)both * 100_000_000L + (long)(both >> 32);
    }
}
