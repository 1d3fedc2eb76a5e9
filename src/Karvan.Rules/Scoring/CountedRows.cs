using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Scoring;

/// <summary>
/// Which of a firm's rows for one criterion count: accepted, no exception, for a country that counts, and not the same
/// thing as a row before.
/// </summary>
internal readonly ref struct CountedRows(
    ReadOnlySpan<EvidenceRow> rows,
    AcceptedEvidence measure,
    TradeFacts trade
)
{
    /// <summary>Up to so many rows each is compared with those before it; among more, things are looked up.</summary>
    private const int Few = 16;

    private readonly ReadOnlySpan<EvidenceRow> rows = rows;
    private readonly HashSet<(string, string)>? seen = rows.Length > Few ? [] : null;

    public static int Number(
        ReadOnlySpan<EvidenceRow> rows,
        AcceptedEvidence measure,
        TradeFacts trade
    )
    {
        var counted = new CountedRows(rows, measure, trade);
        var number = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            number += counted.Holds(i) ? 1 : 0;
        }
        return number;
    }

    /// <summary>Whether a row counts. Ask once for each, in their order.</summary>
    public bool Holds(int index)
    {
        ref readonly var row = ref rows[index];
        return row.Status is EvidenceStatus.Accepted
            && !measure.Except.Contains(row.Item, StringComparer.Ordinal)
            && IsMarket(row)
            && (seen is null ? IsFirst(index) : IsNew(row));
    }

    /// <summary>Rows that are the same thing name the same country wherever the country matters, so they agree in this.</summary>
    private bool IsMarket(in EvidenceRow row) =>
        measure.ExportedTo.Count == 0
        || (trade.YearsOf(row.Firm, row.Country) & measure.ExportedTo.Bits) != 0;

    private bool IsNew(in EvidenceRow row) =>
        measure.Distinct switch
        {
            Distinct.Item => seen!.Add((row.Item, "")),
            Distinct.Country => seen!.Add((row.Country, "")),
            Distinct.ItemAndCountry => seen!.Add((row.Item, row.Country)),
            _ => true,
        };

    private bool IsFirst(int index)
    {
        for (var i = 0; i < index; i++)
        {
            if (
                rows[i].Status is EvidenceStatus.Accepted
                && Same(rows[i], rows[index], measure.Distinct)
            )
            {
                return false;
            }
        }
        return true;
    }

    private static bool Same(in EvidenceRow a, in EvidenceRow b, Distinct distinct)
    {
        var item = string.Equals(a.Item, b.Item, StringComparison.Ordinal);
        var country = string.Equals(a.Country, b.Country, StringComparison.Ordinal);
        return distinct switch
        {
            Distinct.Item => item,
            Distinct.Country => country,
            Distinct.ItemAndCountry => item && country,
            _ => false,
        };
    }
}
