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

    public static ref byte At(byte[] buffer, int place) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(buffer), place);
}
