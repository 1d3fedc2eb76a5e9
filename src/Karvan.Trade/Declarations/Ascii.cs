using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Karvan.Trade.Declarations;

/// <summary>Digits eight at a time. Loads may run past a field by up to 8 bytes; buffers have that slack.</summary>
internal static class Ascii
{
    private const ulong Zeros = 0x3030303030303030;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Load8(ref byte at) => Unsafe.ReadUnaligned<ulong>(ref at);

    /// <summary>Whether all eight bytes are '0' to '9'.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllDigits(ulong bytes) =>
        (
            ((bytes & 0xF0F0F0F0F0F0F0F0) ^ Zeros)
            | (((bytes + 0x0606060606060606) & 0xF0F0F0F0F0F0F0F0) ^ Zeros)
        ) == 0;

    /// <summary>The value of eight digits, the first byte being the most significant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Value8(ulong digits)
    {
        digits -= Zeros;
        digits = digits * 10 + (digits >> 8);
        return (uint)(
            (
                (digits & 0x000000FF000000FF) * 0x000F424000000064
                + ((digits >> 16) & 0x000000FF000000FF) * 0x0000271000000001
            ) >> 32
        );
    }

    /// <summary>Reads up to eight digits.</summary>
    /// <param name="length">1 to 8.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryUpTo8(ref byte at, int length, out uint value)
    {
        // Shifted up, with zeros in front: the same as leading zeros.
        var shift = (8 - length) * 8;
        var bytes = shift == 0 ? Load8(ref at) : (Load8(ref at) << shift) | (Zeros >> (64 - shift));
        value = Value8(bytes);
        return AllDigits(bytes);
    }

    /// <summary>Reads 1 to 16 digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryUpTo16(ref byte at, int length, out long value)
    {
        if (length <= 8)
        {
            var small = TryUpTo8(ref at, length, out var v);
            value = v;
            return small;
        }
        var good =
            TryUpTo8(ref at, length - 8, out var high)
            & TryUpTo8(ref Unsafe.Add(ref at, length - 8), 8, out var low);
        value = high * 100_000_000L + low;
        return good;
    }

    /// <summary>Reads a number with a point and at most three digits after it, or with neither; see <see cref="Decimals"/>.</summary>
    /// <param name="length">1 to 14.</param>
    public static bool TryFraction(ref byte at, int length, out int fraction, out long digits)
    {
        fraction = 0;
        for (var f = 1; f <= 3 && f + 1 < length; f++)
        {
            fraction = Unsafe.Add(ref at, length - 1 - f) == '.' ? f : fraction;
        }
        var whole = fraction == 0 ? length : length - 1 - fraction;
        if (!TryUpTo16(ref at, whole, out digits))
        {
            return false;
        }
        if (fraction == 0)
        {
            return true;
        }
        var good = TryUpTo8(ref Unsafe.Add(ref at, whole + 1), fraction, out var rest);
        digits =
            digits
                * (
                    fraction == 1 ? 10
                    : fraction == 2 ? 100
                    : 1000
                )
            + rest;
        return good;
    }

    public static ref byte At(byte[] buffer, int place) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(buffer), place);
}
