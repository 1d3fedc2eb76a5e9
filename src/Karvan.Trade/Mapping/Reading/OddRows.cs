using System.Text;
using Karvan.Trade.Fields;
using Karvan.Trade.Mapping.Fields;
using Karvan.Trade.Mapping.Profiles;
using Karvan.Trade.Mapping.Words;

namespace Karvan.Trade.Mapping.Reading;

/// <summary>Tells rows that are no customs lines from bad customs lines. Asked only about rows that cannot be read.</summary>
internal sealed class OddRows
{
    private readonly int[] keys;
    private readonly List<string[]> header;

    public OddRows(MappingPlan plan)
    {
        keys = [.. plan.Columns[Target.Declaration], plan.ColumnOf(Target.Exporter)];
        header =
        [
            .. plan
                .Header.Rows.Select(r => r.Cells.Select(ComparedWord.Of).ToArray())
                .Where(r => r.Count(c => c.Length > 0) > 1),
        ];
    }

    /// <returns>None: a bad line; blank: an empty row; else what the row is.</returns>
    public Fault Of(RowCells row)
    {
        var cells = new string[row.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = FieldChars.Trimmed(Encoding.UTF8.GetString(row[i])).ToString();
        }
        return Array.TrueForAll(cells, c => c.Length == 0) ? Fault.Blank
            : IsHeader(cells) ? Fault.HeaderAgain
            : IsTotals(cells) ? Fault.TotalsRow
            : Fault.None;
    }

    /// <summary>The same words in the same places as in one of the rows of the header.</summary>
    private bool IsHeader(string[] cells)
    {
        if (header.Count == 0 || !Array.Exists(cells, c => c.Length > 0))
        {
            return false;
        }
        var compared = Array.ConvertAll(cells, ComparedWord.Of);
        return header.Exists(h =>
        {
            for (var i = 0; i < Math.Max(h.Length, compared.Length); i++)
            {
                var (own, said) = (
                    i < compared.Length ? compared[i] : "",
                    i < h.Length ? h[i] : ""
                );
                if (own != said)
                {
                    return false;
                }
            }
            return true;
        });
    }

    /// <summary>A word for a total somewhere, and nothing that would make the row a line of somebody.</summary>
    private bool IsTotals(string[] cells) =>
        Array.TrueForAll(
            keys,
            k => k >= cells.Length || cells[k].Length == 0 || TotalsWords.Contain(cells[k])
        ) && Array.Exists(cells, TotalsWords.Contain);
}
