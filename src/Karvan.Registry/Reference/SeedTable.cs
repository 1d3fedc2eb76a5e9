using System.Globalization;
using Karvan.Platform.Values;

namespace Karvan.Registry.Reference;

/// <summary>A table that ships with Karvan, to begin a list with; <c>SOURCES.md</c> beside the files says where each comes from.</summary>
public static class SeedTable
{
    /// <summary>The chapters of the tariff, two digits each.</summary>
    public static IReadOnlyList<string> Chapters { get; } =
    [.. Read("hs-chapters.csv").Select(f => f[0])];

    public static IEnumerable<ProductGroupEntry> ProductGroups() =>
        Read("product-groups.csv")
            .Select(f => new ProductGroupEntry(f[0], f[1], f[2], f[3], Day(f[4]), null, f[5]));

    public static IEnumerable<SizeThresholdEntry> SizeThresholds() =>
        Read("size-thresholds.csv")
            .Select(f => new SizeThresholdEntry(
                Day(f[0]),
                Number(f[1]),
                Number(f[2]),
                Number(f[3]),
                f[4],
                f[5] == "reading",
                f[6]
            ));

    public static IEnumerable<CountryAliasEntry> CountryAliases() =>
        Read("country-aliases.csv").Select(f => new CountryAliasEntry(f[0], f[1], f[2]));

    /// <summary>Days off that stand on the same solar day each year: month, day, names.</summary>
    public static IEnumerable<(int Month, int Day, string Fa, string En)> FixedHolidays() =>
        Read("fixed-holidays.csv").Select(f => (Number(f[0]), Number(f[1]), f[2], f[3]));

    /// <summary>Official holidays of the lunar calendar.</summary>
    public static IEnumerable<LunarHoliday> LunarHolidays() =>
        Read("lunar-holidays.csv").Select(f => new LunarHoliday(f[0], f[1], f[2]));

    /// <summary>Missions of the demo: country, kind, how many years ago each began, and how many it lasted where it ended.</summary>
    public static IEnumerable<(
        string Country,
        MissionKind Kind,
        int YearsAgo,
        int? Years
    )> ExampleMissions() =>
        Read("example-missions.csv")
            .Select(f =>
                (
                    f[0],
                    EnumNames.Of<MissionKind>(f[1])!.Value,
                    Number(f[2]),
                    f[3].Length == 0 ? (int?)null : Number(f[3])
                )
            );

    internal static IEnumerable<string[]> Read(string file)
    {
        using var stream =
            typeof(SeedTable).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException(
                $"The table {file} is missing from the assembly."
            );
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split(',');
        }
    }

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
