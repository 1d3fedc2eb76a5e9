using Karvan.Trade.Fields;
using Karvan.Trade.Files;

namespace Karvan.Trade.Csv;

/// <summary>Where the wanted columns stand in one file.</summary>
/// <param name="Columns">The place of each wanted column, in the order asked for.</param>
/// <param name="FieldCount">Fields of every row.</param>
public sealed record CsvLayout(IReadOnlyList<string> Names, int[] Columns, int FieldCount)
{
    /// <param name="header">The fields of the first row.</param>
    /// <exception cref="UnusableInputException">A wanted column is missing or stands there twice.</exception>
    public static CsvLayout Of(
        string file,
        IReadOnlyList<string> wanted,
        IReadOnlyList<string> header
    )
    {
        var names = header.Select(FoldedText.Compared).ToList();
        var columns = new int[wanted.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = names.IndexOf(wanted[i]);
            if (columns[i] < 0)
            {
                throw new UnusableInputException(
                    $"{file}:1: found no column '{wanted[i]}' among {Shown(header)}, expected the columns {string.Join(", ", wanted)}"
                );
            }
            if (names.LastIndexOf(wanted[i]) != columns[i])
            {
                throw new UnusableInputException(
                    $"{file}:1: found the column '{wanted[i]}' twice, expected it once"
                );
            }
        }
        return new CsvLayout(wanted, columns, names.Count);
    }

    private static string Shown(IReadOnlyList<string> header)
    {
        const int Most = 20;
        const int Longest = 40;
        var shown = header
            .Take(Most)
            .Select(n => n.Length > Longest ? n[..Longest] + "…" : n)
            .ToList();
        var text = string.Join(
            ", ",
            shown.Select(n => new string([.. n.Select(c => char.IsControl(c) ? '?' : c)]))
        );
        return header.Count > Most ? text + ", …" : text;
    }
}
