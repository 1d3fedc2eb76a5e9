using System.Globalization;
using System.Text;

namespace Karvan.Trade.Tests.AddingUp;

/// <summary>What a line says, for LINQ to group and add up.</summary>
internal sealed record SaidLine(
    string Flow,
    string Declaration,
    int Line,
    int Year,
    int DayOfYear,
    string Exporter,
    string HsCode,
    string Country,
    decimal Usd,
    decimal Kg
)
{
    public (string, string, int) Key => (Flow, Declaration, Line);

    public bool OtherYear => Year is < 1397 or > 1401;

    /// <summary>The day in Farvardin, so that no calendar is needed to know the year.</summary>
    public string Written =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Declaration},{Line},{Flow},{Year}-01-{DayOfYear:00},{Exporter},{HsCode},{Country},{Usd},{Kg}"
        );
}

/// <summary>Firms and lines with many repeats and conflicts, written to files of several kinds.</summary>
internal sealed class RandomLines(int seed)
{
    private static readonly string[] Countries = ["IQ", "AF", "DE", "CN"];
    private static readonly string[] Codes = ["842320", "84232000", "080251", "270900", "999999"];

    private readonly Random random = new(seed);

    public List<string> Firms { get; } = [];

    public Dictionary<string, List<SaidLine>> Files { get; } = new(StringComparer.Ordinal);

    public IEnumerable<SaidLine> All =>
        Files.OrderBy(f => f.Key, StringComparer.Ordinal).SelectMany(f => f.Value);

    /// <param name="keys">So many flow, declaration and line numbers to choose from.</param>
    public void Draw(int firms, int lines, int keys, int files)
    {
        for (var n = 10_000_000; Firms.Count < firms; n++)
        {
            Firms.Add(LegalId("14" + n.ToString(CultureInfo.InvariantCulture)));
        }
        for (var f = 0; f < files; f++)
        {
            Files[$"declarations-{f}.csv"] = [];
        }
        var drawn = new Dictionary<int, SaidLine>();
        for (var i = 0; i < lines; i++)
        {
            var key = random.Next(keys);
            if (!drawn.TryGetValue(key, out var line) || random.Next(8) == 0)
            {
                line = Line(key);
                drawn.TryAdd(key, line);
            }
            Files[$"declarations-{random.Next(files)}.csv"].Add(line);
        }
    }

    public void Write(string folder)
    {
        var exporters = string.Concat(Firms.Select(f => $"{f},Firm,03,\n"));
        File.WriteAllText(
            Path.Combine(folder, "exporters.csv"),
            "exporter_id,name,province,product_group\n" + exporters
        );
        File.WriteAllText(
            Path.Combine(folder, "evidence.csv"),
            "exporter_id,criterion,item,country,quantity,level,status\n"
        );
        File.WriteAllText(
            Path.Combine(folder, "compliance.csv"),
            "exporter_id,smuggling,fx_obligation_met,fx_return_ratio\n"
        );
        foreach (var (name, lines) in Files)
        {
            var text = new StringBuilder(
                "declaration_no,line_no,flow,date,exporter_id,hs_code,country,value_usd,net_weight_kg\n"
            );
            foreach (var line in lines)
            {
                text.Append(random.Next(3) == 0 ? Disguised(line) : line.Written)
                    .Append(random.Next(9) == 0 ? "\r\n" : "\n");
            }
            File.WriteAllText(Path.Combine(folder, name), text.ToString());
        }
    }

    private SaidLine Line(int key) =>
        new(
            key % 3 == 0 ? "import" : "export",
            "EX" + key / 7,
            key % 7,
            random.Next(1396, 1403),
            random.Next(1, 32),
            Firms[random.Next(Firms.Count)],
            Codes[random.Next(Codes.Length)],
            Countries[random.Next(Countries.Length)],
            random.NextInt64(0, 100_000_000_000) / 100m,
            random.NextInt64(0, 1_000_000_000_000) / 1000m
        );

    /// <summary>The same line, written the careful way: in quotes, with small letters, blanks and Persian digits.</summary>
    private string Disguised(SaidLine line)
    {
        var fields = line.Written.Split(',');
        fields[0] = random.Next(2) == 0 ? " " + fields[0].ToLowerInvariant() : $"\"{fields[0]}\"";
        fields[6] = fields[6].ToLowerInvariant();
        fields[8] = string.Concat(
            fields[8].Select(c => char.IsAsciiDigit(c) ? (char)('\u06F0' + c - '0') : c)
        );
        return string.Join(',', fields);
    }

    /// <summary>Completes ten digits: Σ (digit + tenth digit + 2) × weight mod 11, and 10 is 0.</summary>
    private static string LegalId(string ten)
    {
        int[] weights = [29, 27, 23, 19, 17, 29, 27, 23, 19, 17];
        var sum = weights.Select((w, i) => w * (ten[i] - '0' + ten[9] - '0' + 2)).Sum();
        return ten + (sum % 11 % 10).ToString(CultureInfo.InvariantCulture);
    }
}
