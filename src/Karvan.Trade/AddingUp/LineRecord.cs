using System.Runtime.InteropServices;

namespace Karvan.Trade.AddingUp;

/// <summary>What adding up needs of a line, in 24 bytes. Amounts: 40 bits of cents and 44 bits of grams hold 10¹⁰ USD and 10¹⁰ kg.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal readonly struct LineRecord(
    int firm,
    bool import,
    int year,
    byte country,
    int hs6,
    long cents,
    long grams
)
{
    private const int CentBits = 40;
    private const int HsShift = CentBits;

    private readonly ulong who =
        (uint)firm | (ulong)country << 32 | (ulong)(uint)year << 40 | (import ? 1UL << 48 : 0);
    private readonly ulong what = (ulong)cents | (ulong)(uint)hs6 << HsShift;
    private readonly long grams = grams;

    public int Firm => (int)(uint)who;
    public byte Country => (byte)(who >> 32);
    public int Year => (byte)(who >> 40);
    public bool Import => (who >> 48 & 1) != 0;
    public int Hs6 => (int)(what >> HsShift);
    public long Cents => (long)(what & ((1UL << CentBits) - 1));
    public long Grams => grams;
}

/// <summary>Where a line with this key hash stands.</summary>
/// <param name="Location">See <see cref="LineLocation"/>; locations rise in the order of reading.</param>
internal readonly record struct KeyRecord(ulong Hash, ulong Location);

/// <summary>File and byte offset of a line in one number.</summary>
internal static class LineLocation
{
    private const int OffsetBits = 50;

    /// <summary>More files than this cannot be told apart.</summary>
    public const int MostFiles = 1 << (64 - OffsetBits);

    public static ulong Of(int file, long offset) => (ulong)file << OffsetBits | (ulong)offset;

    public static int File(ulong location) => (int)(location >> OffsetBits);

    public static long Offset(ulong location) => (long)(location & ((1UL << OffsetBits) - 1));
}
