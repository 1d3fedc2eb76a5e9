using System.Globalization;
using System.Numerics;
using Karvan.Rules.Facts;
using Karvan.Trade.Fields;

namespace Karvan.Trade.Declarations;

/// <summary>Finds an exporter's row by its id: open addressing, at most half full.</summary>
internal sealed class FirmIndex
{
    private const long Eleven = 1L << 40;

    private readonly Slot[] slots;
    private readonly int shift;

    public FirmIndex(Roster roster)
    {
        var bits = Math.Max(4, BitOperations.Log2((uint)Math.Max(1, roster.Count)) + 2);
        slots = new Slot[1 << bits];
        shift = 64 - bits;
        for (var firm = 0; firm < roster.Count; firm++)
        {
            var id = roster.Exporters[firm].Id;
            var key = Key(
                long.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture),
                id.Length
            );
            var at = Place(key);
            while (slots[at].Key != 0)
            {
                at = (at + 1) & (slots.Length - 1);
            }
            slots[at] = new Slot { Key = key, Firm = firm };
        }
    }

    /// <summary>Never 0. Ids of 10 and of 11 digits differ even with the same number.</summary>
    public static long Key(long id, int length) =>
        length == CheckDigit.LegalIdLength ? id | Eleven : id | Eleven << 1;

    /// <returns>The row, or −1.</returns>
    public int Find(long key)
    {
        var at = Place(key);
        while (slots[at].Key != key)
        {
            if (slots[at].Key == 0)
            {
                return -1;
            }
            at = (at + 1) & (slots.Length - 1);
        }
        return slots[at].Firm;
    }

    private int Place(long key) => (int)((ulong)key * 0x9E3779B97F4A7C15 >> shift);

    private struct Slot
    {
        public long Key;
        public int Firm;
    }
}
