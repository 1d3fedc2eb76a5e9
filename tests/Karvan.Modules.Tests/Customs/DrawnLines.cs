using System.Globalization;
using System.Text;

namespace Karvan.Modules.Tests.Customs;

/// <summary>A customs line as a test knows it: what it says is added up from here, past everything that reads files.</summary>
internal sealed record DrawnLine(
    int Number,
    bool Import,
    int Year,
    string Exporter,
    string Hs6,
    string Country,
    long Cents,
    long Grams
)
{
    /// <summary>As in Karvan's own format.</summary>
    public string Text =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"K{Number},1,{(Import ? "import" : "export")},{Year}/02/03,{Exporter},{Hs6}00,{Country},{Cents / 100}.{Cents % 100:00},{Grams / 1000}.{Grams % 1000:000}\n"
        );
}

/// <summary>Lines drawn by chance, the same for the same seed.</summary>
internal static class DrawnLines
{
    private static readonly string[] Countries = ["IQ", "DE", "AF", "TR"];
    private static readonly string[] Goods = ["080251", "842320", "570110"];

    /// <param name="from">The number of the first declaration.</param>
    public static List<DrawnLine> Draw(int seed, int count, int from, params string[] exporters)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable
                .Range(from, count)
                .Select(n => new DrawnLine(
                    n,
                    random.Next(4) == 0,
                    random.Next(1399, 1402),
                    exporters[random.Next(exporters.Length)],
                    Goods[random.Next(Goods.Length)],
                    Countries[random.Next(Countries.Length)],
                    random.NextInt64(100_000_000),
                    random.NextInt64(10_000_000)
                )),
        ];
    }

    public static string Text(IEnumerable<DrawnLine> lines) =>
        lines.Aggregate(new StringBuilder(), (text, line) => text.Append(line.Text)).ToString();
}
