using Karvan.Rules.Facts;
using Karvan.Rules.Reference;
using Karvan.Rules.Rulebooks;
using Karvan.Trade.Csv;
using Karvan.Trade.Fields;
using Karvan.Trade.Sources;

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
        var seen = new HashSet<string>(good.Count, StringComparer.Ordinal);
        var repeated = good.Where(g => !seen.Add(g.Exporter.Id))
            .Select(g => g.Exporter.Id)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (exporter, line) in good.Where(g => repeated.Contains(g.Exporter.Id)))
        {
            sink.Reject(line, Fault.Repeated, Columns[0], exporter.Id);
        }
        var once = good.Select(g => g.Exporter).Where(e => !repeated.Contains(e.Id)).ToArray();
        sink.Tally.Accepted = once.Length;
        return Roster.Of(once);
    }

    private static Fault Row(CsvRows rows, Rulebook book, out Exporter? exporter, out int column)
    {
        exporter = null;
        column = 0;
        var fault = IdField.Read(rows.Bytes(0), out var id);
        if (fault is Fault.None && !CheckDigit.Holds(id))
        {
            fault = Fault.BadCheckDigit;
        }
        if (fault is not Fault.None)
        {
            return fault;
        }
        column = 1;
        var name = FieldText.Of(rows.Bytes(1));
        if (name.Digits is null)
        {
            return Fault.BadEncoding;
        }
        column = 2;
        var province = rows[2];
        if (!ReferenceTable.Provinces.Contains(province.Compared))
        {
            return province.Digits is null ? Fault.BadEncoding
                : province.Compared.Length == 0 ? Fault.Blank
                : Fault.BadProvince;
        }
        column = 3;
        var group = rows[3];
        var place = GroupOf(book, group.Compared);
        if (group.Digits is null || (place < 0 && group.Compared.Length > 0))
        {
            return group.Digits is null ? Fault.BadEncoding : Fault.BadProductGroup;
        }
        // The name is shown as it was written, Persian digits and all.
        exporter = new Exporter(id, name.Shown.Trim(), province.Compared, place);
        return Fault.None;
    }

    private static int GroupOf(Rulebook book, string id)
    {
        for (var i = 0; id.Length > 0 && i < book.ProductGroups.Count; i++)
        {
            if (string.Equals(book.ProductGroups[i].Id, id, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }
        return -1;
    }
}
