using Karvan.Trade.Mapping.Profiles;

namespace Karvan.Trade.Mapping.Opening;

/// <summary>Looks for the header in a file that no profile is known for: between titles above it and data below.</summary>
internal static class HeaderSearch
{
    /// <returns>The place of the first row of the header among the rows, and how many rows it has; 0 where there is none.</returns>
    public static (int First, int Height) Find(IReadOnlyList<OpeningRow> rows)
    {
        var best = -1;
        var most = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            var points = IsWords(rows[i]) ? Points(rows[i]) : 0;
            (best, most) = points > most ? (i, points) : (best, most);
        }
        if (best < 0)
        {
            var any = rows.ToList().FindIndex(r => !r.IsBlank);
            return any < 0 ? (0, 0) : (any, 1);
        }
        var (first, last) = (best, best);
        while (first > 0 && last - first + 1 < HeaderPlace.MostRows && BelongsAbove(rows, first))
        {
            first--;
        }
        while (
            last + 1 < rows.Count
            && last - first + 1 < HeaderPlace.MostRows
            && IsWords(rows[last + 1])
            && Filled(rows[last + 1]) >= 2
            && !rows[last + 1].Cells.Any(ColumnWords.IsDatum)
        )
        {
            last++;
        }
        return (first, last - first + 1);
    }

    /// <summary>A title is one cell; what merged cells leave of an upper header row is several.</summary>
    private static bool BelongsAbove(IReadOnlyList<OpeningRow> rows, int first) =>
        rows[first - 1] is var above
        && IsWords(above)
        && Filled(above) >= 2
        && above.Cells.Count <= rows[first].Cells.Count + 1
        && !above.Cells.Any(ColumnWords.IsDatum);

    /// <summary>Known names count most; of rows without any, the one with most cells is the likeliest.</summary>
    private static int Points(OpeningRow row)
    {
        const int ForName = 100;
        var filled = Filled(row);
        return filled < 2
            ? 0
            : filled + ForName * row.Cells.Count(c => ColumnWords.Of(c).Count > 0);
    }

    private static int Filled(OpeningRow row) => row.Cells.Count(c => c.Length > 0);

    /// <summary>Names of columns may hold digits, but are no numbers.</summary>
    private static bool IsWords(OpeningRow row) =>
        row.Cells.All(c => c.Length == 0 || c.Any(char.IsLetter));
}
