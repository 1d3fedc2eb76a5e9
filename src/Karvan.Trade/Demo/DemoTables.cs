using System.Globalization;

namespace Karvan.Trade.Demo;

/// <summary>The embedded tables that shape the demo; their sources stand beside them.</summary>
internal sealed class DemoTables
{
    private DemoTables(IReadOnlyList<DemoProductGroup> groups)
    {
        Goods = [.. Rows("goods").Select(row => DemoGood.Read(row, groups))];
        ImportGoods = [.. Rows("imports").Select(row => DemoGood.Read(row, groups))];
        Sizes = [.. Rows("firm-sizes").Select(FirmSize.Read)];
        Provinces = [.. Rows("provinces").Select(DemoProvince.Read)];
        EvidenceItems = Rows("evidence-items")
            .Select(DemoEvidence.Read)
            .ToLookup(item => item.Criterion, StringComparer.Ordinal);
        Claims = Rows("claims")
            .Select(ClaimRate.Read)
            .ToDictionary(rate => rate.Criterion, StringComparer.Ordinal);
        Words = Rows("names").ToLookup(row => row[0], row => row[1], StringComparer.Ordinal);
    }

    public DemoGood[] Goods { get; }
    public DemoGood[] ImportGoods { get; }
    public FirmSize[] Sizes { get; }
    public DemoProvince[] Provinces { get; }
    public ILookup<string, DemoEvidence> EvidenceItems { get; }
    public Dictionary<string, ClaimRate> Claims { get; }
    public ILookup<string, string> Words { get; }

    public static DemoTables Load(IReadOnlyList<DemoProductGroup> groups) => new(groups);

    /// <summary>Two letters as one number: small, and quick to write.</summary>
    public static ushort Country(ReadOnlySpan<char> code) =>
        code.IsEmpty ? (ushort)0 : (ushort)((code[0] << 8) | code[1]);

    public static int Whole(string text) =>
        int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Cells hold no comma and no quote, so that a split suffices.</summary>
    private static IEnumerable<string[]> Rows(string table)
    {
        using var stream =
            typeof(DemoTables).Assembly.GetManifestResourceStream($"Demo/{table}.csv")
            ?? throw new InvalidOperationException($"The table {table} is not embedded.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
            yield return line.Split(',');
    }
}

/// <summary>A class of firms by yearly exports, both ends included, in USD.</summary>
internal sealed record FirmSize(
    long FromUsd,
    long ToUsd,
    int FirmsPerMillion,
    int LeastFirms,
    int Tier
)
{
    public static FirmSize Read(string[] row) =>
        new(
            DemoTables.Whole(row[0]),
            DemoTables.Whole(row[1]),
            DemoTables.Whole(row[2]),
            DemoTables.Whole(row[3]),
            DemoTables.Whole(row[4])
        );
}

internal sealed record DemoProvince(string Code, int FirmWeight, string[] Places)
{
    public static DemoProvince Read(string[] row) =>
        new(row[0], DemoTables.Whole(row[1]), row[2].Split('|'));
}

/// <summary>Firms of each size tier that claim a criterion, per mille.</summary>
internal sealed record ClaimRate(string Criterion, int[] PerMilleByTier, int MostRows)
{
    public static ClaimRate Read(string[] row) =>
        new(
            row[0],
            [DemoTables.Whole(row[1]), DemoTables.Whole(row[2]), DemoTables.Whole(row[3])],
            DemoTables.Whole(row[4])
        );
}

/// <summary>An item of evidence: the one country it is at home in (0: any), and the HS chapters it fits as a set of bits.</summary>
internal sealed record DemoEvidence(string Criterion, string Item, ushort Country, UInt128 Chapters)
{
    public bool Fits(int chapter) => (Chapters >> chapter & 1) != 0;

    public static DemoEvidence Read(string[] row)
    {
        var ends = row[3].Split('-');
        var from = row[3].Length == 0 ? 0 : DemoTables.Whole(ends[0]);
        var to = row[3].Length == 0 ? 99 : DemoTables.Whole(ends[^1]);
        UInt128 chapters = 0;
        for (var chapter = from; chapter <= to; chapter++)
            chapters |= UInt128.One << chapter;
        return new(row[0], row[1], DemoTables.Country(row[2]), chapters);
    }
}
