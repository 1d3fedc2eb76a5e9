using System.Numerics;

namespace Karvan.Trade.AddingUp;

/// <summary>Finds the lines whose key hash occurs more than once: all duplicates and conflicts are among them.</summary>
internal static class RepeatedHashes
{
    public const int Partitions = 256;

    public static int Partition(ulong hash) => (int)(hash >> 56);

    /// <summary>Adds the locations of suspects of one partition to <paramref name="suspects"/>.</summary>
    public static void Find(
        Spool<KeyRecord> keys,
        int partition,
        List<KeyRecord> suspects,
        ref KeyRecord[] table
    )
    {
        var count = keys.Count(partition);
        if (count < 2)
        {
            return;
        }
        var size = (int)Math.Min(1 << 30, BitOperations.RoundUpToPowerOf2((ulong)count * 2));
        if (table.Length < size)
        {
            table = new KeyRecord[size];
        }
        var slots = table.AsSpan(0, size);
        slots.Clear();
        var mask = size - 1;
        foreach (var block in keys.Read(partition))
        {
            foreach (ref readonly var record in block.Span)
            {
                var at = (int)(record.Hash >> 8) & mask;
                // Location + 1, so that an empty slot is all zeros; a taken-out first sight is marked with the largest.
                while (slots[at].Location != 0 && slots[at].Hash != record.Hash)
                {
                    at = (at + 1) & mask;
                }
                if (slots[at].Location == 0)
                {
                    slots[at] = new KeyRecord(record.Hash, record.Location + 1);
                    continue;
                }
                if (slots[at].Location != ulong.MaxValue)
                {
                    suspects.Add(new KeyRecord(record.Hash, slots[at].Location - 1));
                    slots[at] = new KeyRecord(record.Hash, ulong.MaxValue);
                }
                suspects.Add(record);
            }
        }
    }
}
