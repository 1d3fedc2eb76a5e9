namespace Karvan.Rules.Facts;

public enum EvidenceStatus : byte
{
    Accepted,
    Rejected,
    Pending,
}

/// <summary>One row of evidence for one criterion.</summary>
/// <param name="Firm">Row in the roster.</param>
/// <param name="Criterion">Place among the rulebook's criteria.</param>
/// <param name="Item">What two rows are compared by: trimmed, lower case, one spelling; empty when there is none.</param>
/// <param name="Text">The item as it was written, for people.</param>
/// <param name="Country">Code, or empty.</param>
/// <param name="Quantity">In units of 10⁻¹²; 0 when the criterion asks for none.</param>
/// <param name="Level">Place among the criterion's levels, or −1.</param>
public readonly record struct EvidenceRow(
    int Firm,
    short Criterion,
    string Item,
    string Text,
    string Country,
    long Quantity,
    short Level,
    EvidenceStatus Status
)
{
    /// <summary>Quantities and ratios are held in units of 10⁻¹².</summary>
    public const long One = 1_000_000_000_000;

    public const int Decimals = 12;

    /// <summary>An order of rows that depends on what they say alone.</summary>
    public static int Compare(in EvidenceRow a, in EvidenceRow b)
    {
        var order = a.Criterion.CompareTo(b.Criterion);
        order = order != 0 ? order : string.CompareOrdinal(a.Item, b.Item);
        order = order != 0 ? order : string.CompareOrdinal(a.Country, b.Country);
        order = order != 0 ? order : b.Quantity.CompareTo(a.Quantity);
        order = order != 0 ? order : a.Level.CompareTo(b.Level);
        order = order != 0 ? order : a.Status.CompareTo(b.Status);
        return order != 0 ? order : string.CompareOrdinal(a.Text, b.Text);
    }
}

/// <summary>All rows of evidence, by firm, and within a firm in an order that does not depend on how they came.</summary>
public sealed class EvidenceRows
{
    private readonly int[] start;
    private readonly EvidenceRow[] rows;

    public EvidenceRows(int firms, ReadOnlySpan<EvidenceRow> unordered)
    {
        start = new int[firms + 1];
        foreach (ref readonly var row in unordered)
        {
            start[row.Firm + 1]++;
        }
        for (var f = 0; f < firms; f++)
        {
            start[f + 1] += start[f];
        }
        rows = new EvidenceRow[unordered.Length];
        var next = start.AsSpan(0, firms).ToArray();
        foreach (ref readonly var row in unordered)
        {
            rows[next[row.Firm]++] = row;
        }
        for (var f = 0; f < firms; f++)
        {
            if (start[f + 1] - start[f] > 1)
            {
                rows.AsSpan(start[f]..start[f + 1])
                    .Sort(static (a, b) => EvidenceRow.Compare(a, b));
            }
        }
    }

    public int Firms => start.Length - 1;

    public ReadOnlySpan<EvidenceRow> Of(int firm) => rows.AsSpan(start[firm]..start[firm + 1]);

    public ReadOnlySpan<EvidenceRow> Of(int firm, int criterion)
    {
        var all = Of(firm);
        var from = 0;
        while (from < all.Length && all[from].Criterion < criterion)
        {
            from++;
        }
        var to = from;
        while (to < all.Length && all[to].Criterion == criterion)
        {
            to++;
        }
        return all[from..to];
    }
}
