namespace Karvan.Oracle;

public enum Flow
{
    Export,
    Import,
}

/// <summary>A good line, with every value in one written form.</summary>
public sealed record TradeLine(
    Flow Flow,
    string DeclarationNo,
    int LineNo,
    DateOnly Date,
    string ExporterId,
    string HsCode,
    string Country,
    decimal ValueUsd,
    decimal WeightKg
)
{
    public int Year => Fields.SolarYear(Date);

    public string Hs6 => HsCode[..6];

    public string Chapter => HsCode[..2];
}

/// <summary>declarations*.csv and declarations*.csv.gz: checked for fields, exporter, duplicate, year, in this order.</summary>
public static class DeclarationFiles
{
    private const decimal Largest = 10_000_000_000m;

    private static readonly string[] Columns =
    [
        "declaration_no",
        "line_no",
        "flow",
        "date",
        "exporter_id",
        "hs_code",
        "country",
        "value_usd",
        "net_weight_kg",
    ];

    public static List<TradeLine> Read(
        string inputDir,
        IReadOnlySet<string> exporterIds,
        Ledger ledger
    )
    {
        var paths = Paths(inputDir);
        foreach (var path in paths)
            ledger.AddFile(path);

        var known = new List<(InputRow Row, TradeLine Line)>();
        foreach (var row in paths.SelectMany(p => InputTable.Read(p, Columns)))
        {
            if (Parse(row) is not { } line)
                ledger.Add(row, Ledger.BadFields);
            else if (!exporterIds.Contains(line.ExporterId))
                ledger.Add(row, Ledger.UnknownExporter);
            else
                known.Add((row, line));
        }

        var used = new List<TradeLine>();
        foreach (var same in known.GroupBy(k => (k.Line.Flow, k.Line.DeclarationNo, k.Line.LineNo)))
        {
            if (same.Select(s => s.Line).Distinct().Count() > 1)
            {
                foreach (var (row, _) in same)
                    ledger.Add(row, Ledger.Conflict);
                continue;
            }

            // Equal lines: the first in read order counts.
            var (firstRow, line) = same.First();
            var inYears = line.Year is >= Years.First and <= Years.Last;
            ledger.Add(firstRow, inYears ? Ledger.Accepted : Ledger.OtherYear);
            foreach (var (row, _) in same.Skip(1))
                ledger.Add(row, Ledger.Duplicate);
            if (inYears)
                used.Add(line);
        }

        return used;
    }

    /// <summary>The lines of one file that are good by themselves, of any exporter and year; the same one twice is there twice.</summary>
    public static IEnumerable<TradeLine> GoodLines(string path) =>
        InputTable.Read(path, Columns).Select(Parse).OfType<TradeLine>();

    private static List<string> Paths(string inputDir)
    {
        if (!Directory.Exists(inputDir))
            throw new OracleInputException($"Missing folder: {inputDir}");
        var paths = Directory
            .EnumerateFiles(inputDir)
            .Where(p => Path.GetFileName(p).StartsWith("declarations", StringComparison.Ordinal))
            .Where(p =>
                p.EndsWith(".csv", StringComparison.Ordinal)
                || p.EndsWith(".csv.gz", StringComparison.Ordinal)
                || p.EndsWith(".xlsx", StringComparison.Ordinal)
            )
            .OrderBy(p => Path.GetFileName(p), StringComparer.Ordinal)
            .ToList();
        if (paths.Count == 0)
            throw new OracleInputException("No declarations");
        if (paths.Exists(p => p.EndsWith(".xlsx", StringComparison.Ordinal)))
            throw new NotSupportedException("The oracle reads no workbooks.");
        return paths;
    }

    private static TradeLine? Parse(InputRow row)
    {
        if (row.Broken)
            return null;

        Flow? flow = row.Text("flow") switch
        {
            "EXPORT" => Flow.Export,
            "IMPORT" => Flow.Import,
            _ => null,
        };
        var declaration = row.Text("declaration_no");
        var hsCode = row.Text("hs_code");
        var country = row.Text("country");
        var countryIsGood =
            ReferenceTables.Countries.Contains(country) && (flow == Flow.Import || country != "IR");

        return
            flow is { } f
            && declaration.Length > 0
            && Fields.LineNo(row["line_no"]) is { } lineNo
            && Fields.Date(row["date"]) is { } date
            && Fields.ExporterId(row["exporter_id"]) is { } exporterId
            && Fields.OnlyDigits(hsCode)
            && hsCode.Length is >= 6 and <= 12
            && hsCode.Length % 2 == 0
            && countryIsGood
            && Fields.Number(row["value_usd"], 2, Largest) is { } value
            && Fields.Number(row["net_weight_kg"], 3, Largest) is { } weight
            ? new TradeLine(
                f,
                declaration,
                lineNo,
                date,
                exporterId,
                hsCode,
                country,
                value,
                weight
            )
            : null;
    }
}
