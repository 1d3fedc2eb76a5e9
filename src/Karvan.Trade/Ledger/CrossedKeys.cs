using Karvan.Trade.AddingUp;

namespace Karvan.Trade.Ledger;

/// <summary>
/// Keys that stand in the lines of more than one exporter. A line cannot be two firms': where both are firms, neither's
/// counts. All other repeated keys meet when the lines of an exporter are sorted.
/// </summary>
internal static class CrossedKeys
{
    /// <param name="prints">Read for the last time.</param>
    public static HashSet<(ulong High, ulong Low)> Find(
        Spool<KeyPrint> prints,
        CancellationToken cancellation
    )
    {
        var crossed = new HashSet<(ulong, ulong)>();
        var all = Array.Empty<KeyPrint>();
        for (var partition = 0; partition < prints.Partitions; partition++)
        {
            cancellation.ThrowIfCancellationRequested();
            var count = (int)prints.Count(partition);
            if (all.Length < count)
            {
                all = new KeyPrint[count + count / 4];
            }
            var filled = 0;
            foreach (var block in prints.Read(partition))
            {
                block.Span.CopyTo(all.AsSpan(filled));
                filled += block.Length;
            }
            prints.Drop(partition);
            var sorted = all.AsSpan(0, filled);
            sorted.Sort(KeyPrint.ByKey);
            for (var i = 1; i < sorted.Length; i++)
            {
                if (
                    sorted[i].High == sorted[i - 1].High
                    && sorted[i].Low == sorted[i - 1].Low
                    && sorted[i].Exporter != sorted[i - 1].Exporter
                )
                {
                    crossed.Add(sorted[i].Key);
                }
            }
        }
        return crossed;
    }
}
