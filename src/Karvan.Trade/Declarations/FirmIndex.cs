using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using Karvan.Rules.Facts;
using Karvan.Trade.Fields;
using Karvan.Trade.Files;

namespace Karvan.Trade.Declarations;

/// <summary>Finds an exporter's row by its id: open addressing, at most half full, eight bytes a slot so that it stays in the cache.</summary>
internal sealed class FirmIndex
{
    /// <summary>A row number has 24 bits of a slot, the id with its length 39.</summary>
    public const int MostFirms = (1 << FirmBits) - 1;

    private const int FirmBits = 24;
    private const long Eleven = 1L << 37;
    private const ulong Spread = 0x9E3779B97F4A7C15;

    private readonly ulong[] slots;
    private readonly int shift;

    /// <exception cref="UnusableInputException">There are more exporters than <see cref="MostFirms"/>.</exception>
    public FirmIndex(Roster roster)
    {
        if (roster.Count > MostFirms)
        {
            throw new UnusableInputException(
                $"exporters.csv: found {roster.Count} exporters, expected at most {MostFirms}"
            );
        }
        var bits = Math.Max(4, BitOperations.Log2((uint)Math.Max(1, roster.Count)) + 2);
        slots = new ulong[1 << bits];
        shift = 64 - bits;
        for (var firm = 0; firm < roster.Count; firm++)
        {
            var id = roster.Exporters[firm].Id;
            var key = Key(
                long.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture),
                id.Length
            );
            var at = Place(key);
            while (slots[at] != 0)
            {
                at = (at + 1) & (slots.Length - 1);
            }
            slots[at] = (ulong)key << FirmBits | (uint)firm;
        }
    }

    /// <summary>Never 0. Ids of 10 and of 11 digits differ even with the same number.</summary>
    public static long Key(long id, int length) =>
        length == CheckDigit.LegalIdLength ? id | Eleven : id | Eleven << 1;

    /// <returns>The row, or −1.</returns>
    public int Find(long key)
    {
        var at = Place(key);
        while (true)
        {
            var slot = slots[at];
            if (slot >> FirmBits == (ulong)key)
            {
                return (int)(slot & MostFirms);
            }
            if (slot == 0)
            {
                return -1;
            }
            at = (at + 1) & (slots.Length - 1);
        }
    }

    /// <summary>Begins to fetch the place where a key will be looked for.</summary>
    public unsafe void Prefetch(long key)
    {
        if (Sse.IsSupported)
        {
            // A hint only: it does no harm should the array have moved meanwhile.
            Sse.Prefetch0(Unsafe.AsPointer(ref slots[Place(key)]));
        }
    }

    /// <param name="digits">10 or 11 Latin digits.</param>
    public int Find(ReadOnlySpan<byte> digits)
    {
        var id = 0L;
        foreach (var digit in digits)
        {
            id = id * 10 + (digit - '0');
        }
        return Find(Key(id, digits.Length));
    }

    private int Place(long key) => (int)((ulong)key * Spread >> shift);
}
