using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Karvan.Testing.Kills;

/// <summary>Sums as they are added up here, from the numbers that were written into the files.</summary>
internal readonly record struct Sum(long Lines, long Cents, long Grams)
{
    public static Sum operator +(Sum a, Sum b) =>
        new(a.Lines + b.Lines, a.Cents + b.Cents, a.Grams + b.Grams);
}

internal readonly record struct Cell(bool Import, int Year, string Country, int Hs6);

/// <summary>A customs file made up from a seed, and what it adds up to: no other file has a declaration of it.</summary>
internal sealed class SentFile
{
    /// <summary>Years that the demo has no lines in.</summary>
    private const int FirstYear = 1388;
    private const int Years = 4;

    private const int LinesOfADeclaration = 5;
    private const int RepeatedEvery = 40;

    private static readonly string[] Countries = ["IQ", "AF", "DE", "CN", "TR", "AM"];
    private static readonly string[] Goods =
    [
        "08025100",
        "84232000",
        "72071200",
        "57011000",
        "39012000",
        "09102000",
        "25232900",
    ];

    public SentFile(int seed, string name, IReadOnlyList<string> exporters, int lines)
    {
        (Name, Distinct) = (name, lines);
        var dice = new Random(seed);
        var text = new StringBuilder(
            "declaration_no,line_no,flow,date,exporter_id,hs_code,country,value_usd,net_weight_kg\n"
        );
        var (exporter, date, year) = ("", "", 0);
        for (var n = 0; n < lines; n++)
        {
            if (n % LinesOfADeclaration == 0)
            {
                exporter = exporters[dice.Next(exporters.Count)];
                year = FirstYear + dice.Next(Years);
                date = $"{year}/{1 + dice.Next(12):00}/{1 + dice.Next(29):00}";
            }
            var import = dice.Next(5) == 0;
            var goods = Goods[dice.Next(Goods.Length)];
            var country = Countries[dice.Next(Countries.Length)];
            var (cents, grams) = (1 + dice.Next(5_000_000), 1 + dice.Next(9_000_000));
            var row = string.Create(
                CultureInfo.InvariantCulture,
                $"{name}-{n / LinesOfADeclaration},{1 + n % LinesOfADeclaration},{(import ? "import" : "export")},{date},{exporter},{goods},{country},{cents / 100m:0.00},{grams / 1000m:0.000}\n"
            );
            text.Append(row);
            if (n % RepeatedEvery == 0)
            {
                text.Append(row);
                Repeated++;
            }
            var hs6 = int.Parse(goods.AsSpan(0, 6), CultureInfo.InvariantCulture);
            Add(exporter, new Cell(import, year, country, hs6), new Sum(1, cents, grams));
        }
        Bytes = Encoding.UTF8.GetBytes(text.ToString());
        Hash = Convert.ToHexStringLower(SHA256.HashData(Bytes));
    }

    public static bool IsYearOfFiles(int year) => year is >= FirstYear and < FirstYear + Years;

    /// <summary>No other file has it.</summary>
    public string Name { get; }
    public byte[] Bytes { get; private set; }
    public string Hash { get; }

    /// <summary>Lines that count.</summary>
    public int Distinct { get; }

    /// <summary>Lines that stand twice.</summary>
    public int Repeated { get; }

    public Dictionary<string, Dictionary<Cell, Sum>> ByExporter { get; } =
        new(StringComparer.Ordinal);

    /// <summary>The bytes are not needed any more: what they add up to is.</summary>
    public void LetGo() => Bytes = [];

    private void Add(string exporter, Cell cell, Sum sum)
    {
        if (!ByExporter.TryGetValue(exporter, out var cells))
        {
            ByExporter[exporter] = cells = [];
        }
        cells[cell] = cells.GetValueOrDefault(cell) + sum;
    }
}
