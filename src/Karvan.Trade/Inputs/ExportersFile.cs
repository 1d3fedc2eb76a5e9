using Karvan.Rules.Facts;
using Karvan.Rules.Reference;
using Karvan.Rules.Rulebooks;
using Karvan.Trade.Csv;
using Karvan.Trade.Fields;
using Karvan.Trade.Files;

namespace Karvan.Trade.Inputs;

/// <summary>Reads <c>exporters.csv</c>. A repeated exporter is rejected in all its rows: no order of rows decides which one holds.</summary>
internal static class ExportersFile
{
    private static readonly string[] Columns = ["exporter_id", "name", "province", "product_group"];

    public static Roster Read(
        InputFile file,
        Rulebook book,
        RowSink sink,
        CancellationToken cancellation
    )
    {
        var rows = new CsvRows(file, Columns);
        var good = new List<(Exporter Exporter, long Line)>();
        sink.Read(
            rows,
            line =>
            {
                var fault = Row(rows, book, out var exporter, out var column);
                if (fault is Fault.None)
                {
                    good.Add((exporter!, line));
                }
                else
                {
                    sink.Reject(line, fault, Columns[column], rows.Shown(column));
                }
            },
            cancellation
        );
        var times = new Dictionary<string, int>(good.Count, StringComparer.Ordinal);
        foreach (var (exporter, _) in good)
        {
            times[exporter.Id] = times.GetValueOrDefault(exporter.Id) + 1;
        }
        foreach (var (exporter, line) in good.Where(g => times[g.Exporter.Id] > 1))
        {
            sink.Reject(line, Fault.Repeated, Columns[0], exporter.Id);
        }
        var once = good.Where(g => times[g.Exporter.Id] == 1).Select(g => g.Exporter).ToList();
        sink.Tally.Accepted = once.Count;
        return Roster.Of(once);
    }

    private static Fault Row(CsvRows rows, Rulebook book, out Exporter? exporter, out int column)
    {
        exporter = null;
        column = 0;
        var fault = IdField.Read(rows[0], out var id);
        if (fault is Fault.None && !CheckDigit.Holds(id))
        {
            fault = Fault.BadCheckDigit;
        }
        if (fault is not Fault.None)
        {
            return fault;
        }
        column = 1;
        if (rows[1] is null)
        {
            return Fault.BadEncoding;
        }
        column = 2;
        var province = rows[2] is { } text ? FoldedText.Compared(text) : null;
        if (province is null || !ReferenceTable.Provinces.Contains(province))
        {
            return province switch
            {
                null => Fault.BadEncoding,
                "" => Fault.Blank,
                _ => Fault.BadProvince,
            };
        }
        column = 3;
        var group = rows[3] is { } written ? FoldedText.Compared(written) : null;
        var place = group is null ? -1 : GroupOf(book, group);
        if (group is null || (place < 0 && group.Length > 0))
        {
            return group is null ? Fault.BadEncoding : Fault.BadProductGroup;
        }
        // The name is shown as it was written, Persian digits and all.
        exporter = new Exporter(id, rows.Shown(1).Trim(), province, place);
        return Fault.None;
    }

    private static int GroupOf(Rulebook book, string id)
    {
        for (var i = 0; i < book.ProductGroups.Count; i++)
        {
            if (string.Equals(book.ProductGroups[i].Id, id, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }
        return -1;
    }
}
