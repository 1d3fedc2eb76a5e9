using Xunit;

namespace Karvan.Trade.Tests.Demo;

public sealed class DemoFirmsTests : IDisposable
{
    private readonly DemoSamples demo = new();

    public void Dispose() => demo.Dispose();

    [Theory]
    [InlineData("10380284790", true)]
    [InlineData("10101780644", true)]
    [InlineData("10860953980", true)]
    [InlineData("14005893875", true)]
    [InlineData("10320881604", true)]
    [InlineData("14003552272", true)]
    [InlineData("10380284792", false)]
    [InlineData("10380285692", false)]
    [InlineData("09748208301", false)]
    [InlineData("11111111111", false)]
    [InlineData("10740086430", false)]
    [InlineData("0183382390", true)]
    [InlineData("0499370899", true)]
    [InlineData("0790419904", true)]
    [InlineData("1111111111", false)]
    public void The_check_of_these_tests_knows_good_ids_from_bad(string id, bool valid) =>
        Assert.Equal(valid, IdCheck.Holds(id));

    [Fact]
    public void Ids_are_valid_and_unique_and_some_are_of_persons()
    {
        demo.Write(DemoSamples.Options(exporters: 30_000, lines: 1));

        var ids = demo.Rows("exporters.csv").Select(row => row[0]).ToList();

        Assert.Equal(30_000, ids.Count);
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ids, id => Assert.True(IdCheck.Holds(id), id));
        Assert.InRange(ids.Count(id => id.Length == 10), 300, 3000);
        Assert.Contains(ids, id => id.Length == 10 && id[0] == '0');
    }

    [Fact]
    public void Every_province_appears_and_Tehran_most()
    {
        demo.Write(DemoSamples.Options());

        var provinces = demo.Rows("exporters.csv")
            .CountBy(row => row[2], StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);

        Assert.Equal(
            Enumerable.Range(0, 31).Select(code => $"{code:00}"),
            provinces.Keys.Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        Assert.Equal("23", provinces.MaxBy(pair => pair.Value).Key);
    }

    [Fact]
    public void Product_groups_are_those_given_or_blank()
    {
        demo.Write(DemoSamples.Options());

        var groups = demo.Rows("exporters.csv")
            .Select(row => row[3])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

        Assert.Equal(["", "carpets", "food", "medicines"], groups, StringComparer.Ordinal);
    }

    [Fact]
    public void Sizes_reach_from_thousands_to_over_a_billion()
    {
        demo.Write(DemoSamples.Options(lines: 100_000));

        var lastYear = demo.LinesOf(DemoSamples.Years[^1])
            .Select(line => line.Split(','))
            .Where(line => line[2] == "export")
            .GroupBy(line => line[4], line => decimal.Parse(line[7]), StringComparer.Ordinal)
            .Select(firm => firm.Sum())
            .ToList();

        decimal[] edges =
        [
            0,
            100,
            300,
            600,
            900,
            1500,
            5000,
            10_000,
            35_000,
            70_000,
            100_000,
            250_000,
        ];
        decimal[] rare = [250_000, 400_000, 700_000, 900_000, 1_200_000, 9_000_000];
        foreach (var (from, to) in edges.Zip(edges.Skip(1)).Concat(rare.Zip(rare.Skip(1))))
            Assert.Contains(lastYear, usd => usd >= from * 1000 && usd < to * 1000);
        Assert.True(lastYear.Count(usd => usd < 1_000_000) > 1000);
    }

    [Fact]
    public void Some_markets_are_kept_all_years_some_are_new_and_some_lapsed()
    {
        demo.Write(DemoSamples.Options(lines: 100_000));
        var last = DemoSamples.Years.Length - 1;

        var served = DemoSamples
            .Years.SelectMany(
                (year, index) => demo.LinesOf(year).Select(line => (Cells: line.Split(','), index))
            )
            .Where(line => line.Cells[2] == "export")
            .GroupBy(line => (line.Cells[4], line.Cells[6]), line => line.index)
            .Select(market => market.Distinct().ToHashSet())
            .ToList();

        Assert.True(served.Count(years => years.Count == 5) > 500);
        Assert.True(served.Count(years => years.SetEquals([last])) > 100);
        Assert.True(served.Count(years => !years.Contains(last)) > 100);
    }
}
