namespace Karvan.Trade.Demo;

/// <summary>A good of the tables: its code, price, lots, markets and the firms that deal in it.</summary>
internal sealed class DemoGood
{
    public required ulong Hs8 { get; init; }
    public required int Chapter { get; init; }

    /// <summary>Index of the product group that holds the chapter; -1: none does.</summary>
    public required int Group { get; init; }

    public required int CentsPerKgLow { get; init; }
    public required int CentsPerKgHigh { get; init; }

    /// <summary>Value of a typical lot.</summary>
    public required long LotCents { get; init; }

    /// <summary>The most that one firm exports in a year.</summary>
    public required long LargestFirmUsd { get; init; }

    public required int FirmWeight { get; init; }
    public required ushort[] Countries { get; init; }
    public required WeightedPick CountryPick { get; init; }

    /// <summary>Codes of the provinces this good is at home in; may be empty.</summary>
    public required string[] HomeProvinces { get; init; }

    public required WeightedPick? HomeProvincePick { get; init; }
    public required string FirmWord { get; init; }

    public static DemoGood Read(string[] row, IReadOnlyList<DemoProductGroup> groups)
    {
        var (countries, countryWeights) = Weighted(row[9]);
        var (provinces, provinceWeights) = Weighted(row[10]);
        int low = DemoTables.Whole(row[3]),
            high = DemoTables.Whole(row[4]);
        long lotKg = ((long)DemoTables.Whole(row[5]) + DemoTables.Whole(row[6])) / 2;
        return new DemoGood
        {
            Hs8 = (ulong)DemoTables.Whole(row[0]),
            Chapter = DemoTables.Whole(row[0][..2]),
            Group = groups
                .ToList()
                .FindIndex(group => group.Chapters.Contains(row[0][..2], StringComparer.Ordinal)),
            CentsPerKgLow = low,
            CentsPerKgHigh = high,
            LotCents = lotKg * (low + high) / 2,
            LargestFirmUsd = DemoTables.Whole(row[7]),
            FirmWeight = DemoTables.Whole(row[8]),
            Countries = [.. countries.Select(code => DemoTables.Country(code))],
            CountryPick = new WeightedPick(countryWeights),
            HomeProvinces = provinces,
            HomeProvincePick = provinces.Length == 0 ? null : new WeightedPick(provinceWeights),
            FirmWord = row[11],
        };
    }

    /// <summary>Reads <c>IQ:40 AF:20</c>.</summary>
    private static (string[] Keys, int[] Weights) Weighted(string cell)
    {
        var parts = cell.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (
            [.. parts.Select(part => part[..2])],
            [.. parts.Select(part => DemoTables.Whole(part[3..]))]
        );
    }
}
