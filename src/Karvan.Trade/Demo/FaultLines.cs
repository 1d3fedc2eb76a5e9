using System.Text;

namespace Karvan.Trade.Demo;

/// <summary>Faulty lines, spread evenly among the good ones, of every kind in turn. Each is a good line with one thing wrong.</summary>
internal sealed class FaultLines(DemoOptions options)
{
    // Counts down from the end of the nine digits, so that the good lines are the same with and without faults.
    private const int LastNumber = 999_999_999;

    private static readonly DemoFault[] Kinds = Enum.GetValues<DemoFault>();

    private readonly Dictionary<DemoFault, int> written = [];
    private readonly IranianIds ids = new(options.Seed);
    private int count;
    private int kind;
    private long nextAfter = NextAfter(options, 0);

    public IReadOnlyDictionary<DemoFault, int> Written => written;

    public bool AreDue(long line) => line == nextAfter;

    /// <summary>Writes all faults that are due after this good line, whose row was written last.</summary>
    public void Write(CsvBytes csv, in DeclaredLine line, SolarYear days, long goodLines)
    {
        var copy = csv.Row.ToArray();
        while (nextAfter == goodLines)
        {
            var fault = Kinds[kind++ % Kinds.Length];
            if (fault is DemoFault.Conflict && count + 1 == options.Faults)
                fault = DemoFault.MonthOutOfRange;
            if (fault is DemoFault.Duplicate)
            {
                csv.StartRow();
                csv.Ascii(copy);
                Count(fault, 1);
                continue;
            }
            var fields = Fields(line, days);
            Spoil(fields, fault, days.IsJalali);
            WriteRow(csv, fields);
            if (fault is DemoFault.Conflict)
            {
                fields[7] = "2.00";
                WriteRow(csv, fields);
                Count(fault, 2);
                continue;
            }
            Count(fault, 1);
        }
    }

    private void Count(DemoFault fault, int rows)
    {
        written[fault] = written.GetValueOrDefault(fault) + rows;
        count += rows;
        nextAfter = NextAfter(options, count);
    }

    private static long NextAfter(DemoOptions options, int count) =>
        count >= options.Faults
            ? -1
            : (long)(((UInt128)count + 1) * (ulong)(options.Lines - 1) / (ulong)options.Faults) + 1;

    /// <summary>The line's fields under a declaration number of its own, so that no fault touches a good line.</summary>
    private string[] Fields(in DeclaredLine line, SolarYear days) =>
        [
            $"{LastNumber - count}",
            "1",
            line.IsImport ? "import" : "export",
            Encoding.ASCII.GetString(days.Date(line.Slot)),
            line.Exporter.ToString(line.ExporterDigits == 10 ? "D10" : "D11"),
            $"{line.Hs8:D8}",
            $"{(char)(line.Country >> 8)}{(char)(line.Country & 0xFF)}",
            "1250.00",
            "480.5",
        ];

    private void Spoil(string[] fields, DemoFault fault, bool jalali)
    {
        (int Field, string Text)? change = fault switch
        {
            DemoFault.MonthOutOfRange => (3, fields[3][..5] + "13" + fields[3][7..]),
            // The last month of the solar year has 29 or 30 days, February fewer.
            DemoFault.DayNotInMonth => (3, fields[3][..5] + (jalali ? "12/31" : "02-30")),
            DemoFault.UnknownExporter => (
                4,
                $"{ids.Legal(options.Exporters + count % DemoLimits.MostExporters)}"
            ),
            DemoFault.BadExporterId => (4, "ABC" + fields[4][3..]),
            DemoFault.UnknownFlow => (2, "re-export"),
            DemoFault.ShortHsCode => (5, fields[5][..4]),
            DemoFault.UnknownCountry => (6, "ZZ"),
            DemoFault.HomeCountry => (6, "IR"),
            DemoFault.NegativeValue => (7, "-1250.00"),
            DemoFault.ThirdDecimal => (7, "1250.005"),
            DemoFault.BlankValue => (7, ""),
            DemoFault.GroupedValue => (7, "1,250.00"),
            DemoFault.ExponentWeight => (8, "4.8e2"),
            DemoFault.TooLargeValue => (7, "10000000000.01"),
            _ => null,
        };
        if (change is { } changed)
            fields[changed.Field] = changed.Text;
    }

    private static void WriteRow(CsvBytes csv, string[] fields)
    {
        csv.StartRow();
        for (var field = 0; field < fields.Length; field++)
        {
            if (field > 0)
                csv.Comma();
            csv.Text(fields[field]);
        }
        csv.EndRow();
    }
}
