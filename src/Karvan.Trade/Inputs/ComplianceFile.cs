using Karvan.Rules.Facts;
using Karvan.Trade.Csv;
using Karvan.Trade.Declarations;
using Karvan.Trade.Fields;
using Karvan.Trade.Sources;

namespace Karvan.Trade.Inputs;

/// <summary>Reads <c>compliance.csv</c>. An exporter with several rows has none that can be trusted: all are rejected.</summary>
internal static class ComplianceFile
{
    private static readonly string[] Columns =
    [
        "exporter_id",
        "smuggling",
        "fx_obligation_met",
        "fx_return_ratio",
    ];

    public static Compliance[] Read(
        InputFile file,
        Roster roster,
        FirmIndex firms,
        RowSink sink,
        CancellationToken cancellation
    )
    {
        var rows = new CsvRows(file, Columns);
        var good = new List<(int Firm, Compliance Row, long Line)>();
        var times = new int[roster.Count];
        sink.Read(
            rows,
            line =>
            {
                var fault = Row(rows, firms, out var firm, out var row, out var column);
                if (fault is Fault.None)
                {
                    good.Add((firm, row, line));
                    times[firm]++;
                }
                else
                {
                    sink.Reject(line, fault, Columns[column], rows.Shown(column));
                }
            },
            cancellation
        );
        var compliance = new Compliance[roster.Count];
        foreach (var (firm, row, line) in good)
        {
            if (times[firm] > 1)
            {
                sink.Reject(line, Fault.Repeated, Columns[0], roster.Exporters[firm].Id);
            }
            else
            {
                compliance[firm] = row;
                sink.Accept();
            }
        }
        return compliance;
    }

    private static Fault Row(
        CsvRows rows,
        FirmIndex firms,
        out int firm,
        out Compliance row,
        out int column
    )
    {
        row = default;
        column = 0;
        var known = IdField.Find(rows.Bytes(0), firms, out firm);
        if (known is not (Fault.None or Fault.UnknownExporter))
        {
            return known;
        }
        var fault = Truth(rows[column = 1], out var smuggling);
        if (fault is not Fault.None)
        {
            return fault;
        }
        fault = Truth(rows[column = 2], out var met);
        if (fault is not Fault.None)
        {
            return fault;
        }
        column = 3;
        var ratio = 0L;
        fault = rows[3].Digits is { } text
            ? NumberField.Read(text, EvidenceRow.Decimals, 1, out ratio)
            : Fault.BadEncoding;
        if (fault is not Fault.None)
        {
            return fault;
        }
        column = 0;
        row = new Compliance(Known: true, smuggling, met, ratio);
        return known;
    }

    private static Fault Truth(FieldText written, out bool value)
    {
        var word = written.Compared;
        value = word is "true";
        return word switch
        {
            "true" or "false" => Fault.None,
            "" => written.Digits is null ? Fault.BadEncoding : Fault.Blank,
            _ => Fault.BadTruth,
        };
    }
}
