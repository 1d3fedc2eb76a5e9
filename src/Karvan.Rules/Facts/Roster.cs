namespace Karvan.Rules.Facts;

/// <param name="Id">Legal id (11 digits) or national code (10).</param>
/// <param name="Name">As given; may be empty.</param>
/// <param name="Province">Two-digit code.</param>
/// <param name="ProductGroup">Place among the rulebook's product groups, or −1 for all goods.</param>
public sealed record Exporter(string Id, string Name, string Province, int ProductGroup);

/// <summary>Everyone who is scored, ordered by id; a firm's place here is its row in every column.</summary>
public sealed class Roster
{
    private Roster(Exporter[] exporters) => Exporters = exporters;

    public IReadOnlyList<Exporter> Exporters { get; }

    public int Count => Exporters.Count;

    /// <exception cref="ArgumentException">Two exporters share an id.</exception>
    public static Roster Of(IEnumerable<Exporter> exporters)
    {
        var sorted = exporters.ToArray();
        Sort(sorted);
        for (var i = 1; i < sorted.Length; i++)
        {
            if (string.Equals(sorted[i].Id, sorted[i - 1].Id, StringComparison.Ordinal))
            {
                throw new ArgumentException(
                    $"The exporter {sorted[i].Id} stands in the roster twice.",
                    nameof(exporters)
                );
            }
        }
        return new Roster(sorted);
    }

    private static void Sort(Exporter[] exporters)
    {
        var keys = new long[exporters.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            if (!TryOrderKey(exporters[i].Id, out keys[i]))
            {
                Array.Sort(exporters, (a, b) => string.CompareOrdinal(a.Id, b.Id));
                return;
            }
        }
        Array.Sort(keys, exporters);
    }

    /// <summary>A number that orders ids of digits as their texts are ordered: padded behind, the shorter one first.</summary>
    private static bool TryOrderKey(string id, out long key)
    {
        const int Longest = 17;
        key = 0;
        if (id.Length > Longest || id.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }
        for (var i = 0; i < Longest; i++)
        {
            key = key * 10 + (i < id.Length ? id[i] - '0' : 0);
        }
        key = key * (Longest + 1) + id.Length;
        return true;
    }

    /// <returns>The row of an id, or −1.</returns>
    public int RowOf(string id)
    {
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var order = string.CompareOrdinal(Exporters[middle].Id, id);
            if (order == 0)
            {
                return middle;
            }
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }
        return -1;
    }
}
