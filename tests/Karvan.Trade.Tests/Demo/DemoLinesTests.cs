using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace Karvan.Trade.Tests.Demo;

public sealed partial class DemoLinesTests : IDisposable
{
    private readonly DemoSamples demo = new();

    public void Dispose() => demo.Dispose();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 500)]
    [InlineData(40, 7)]
    [InlineData(300, 301)]
    [InlineData(2000, 40_001)]
    public void Exactly_the_lines_asked_for(int exporters, int lines)
    {
        var report = demo.Write(DemoSamples.Options(exporters, lines));

        Assert.Equal(lines, demo.AllLines().Length);
        Assert.Equal(lines, report.Lines);
    }

    [Fact]
    public void No_two_lines_share_flow_and_numbers()
    {
        demo.Write(DemoSamples.Options());

        var keys = demo.AllLines().Select(line => (line[2], line[0], line[1])).ToList();

        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    [Fact]
    public void Lines_of_a_declaration_share_firm_country_date_and_flow_and_count_from_one()
    {
        var report = demo.Write(DemoSamples.Options());

        var declarations = demo.AllLines()
            .GroupBy(line => line[0], StringComparer.Ordinal)
            .ToList();

        Assert.Equal(report.Declarations, declarations.Count);
        Assert.Contains(declarations, declaration => declaration.Count() > 3);
        Assert.All(
            declarations,
            declaration =>
            {
                Assert.Single(
                    declaration.Select(line => (line[2], line[3], line[4], line[6])).Distinct()
                );
                var numbers = declaration.Select(line => int.Parse(line[1]));
                Assert.Equal(Enumerable.Range(1, declaration.Count()), numbers);
            }
        );
    }

    [Fact]
    public void Dates_ascend_and_fall_in_the_year_of_their_file()
    {
        demo.Write(DemoSamples.Options());
        var calendar = new PersianCalendar();
        foreach (var year in DemoSamples.Years)
        {
            var dates = demo.LinesOf(year).Select(line => Day(line.Split(',')[3])).ToList();

            Assert.All(dates, date => Assert.Equal(year, calendar.GetYear(date)));
            Assert.Equal(dates.Order(), dates);
        }
    }

    [Fact]
    public void Some_files_are_Jalali_and_some_Gregorian()
    {
        demo.Write(DemoSamples.Options());

        var styles = DemoSamples.Years.Select(year => demo.LinesOf(year).First().Split(',')[3][4]);

        Assert.Equal(['/', '-', '/', '-', '/'], styles);
    }

    [Fact]
    public void Every_line_keeps_the_format_and_its_limits()
    {
        demo.Write(DemoSamples.Options());
        var firms = demo.Rows("exporters.csv")
            .Select(row => row[0])
            .ToHashSet(StringComparer.Ordinal);

        Assert.All(
            demo.AllLines(),
            line =>
            {
                Assert.Matches(Shape(), string.Join(',', line));
                Assert.True(firms.Contains(line[4]), line[4]);
                Assert.False(line[6] == "IR");
                Assert.InRange(decimal.Parse(line[7]), 0m, 10_000_000_000m);
                Assert.InRange(decimal.Parse(line[8]), 0.001m, 10_000_000_000m);
            }
        );
    }

    [Fact]
    public void A_kilogram_of_saffron_costs_a_thousand_times_a_kilogram_of_steel()
    {
        demo.Write(DemoSamples.Options());

        decimal Price(string code) =>
            demo.AllLines()
                .Where(line => line[5].StartsWith(code, StringComparison.Ordinal))
                .Select(line => decimal.Parse(line[7]) / decimal.Parse(line[8]))
                .Max();

        Assert.InRange(Price("091020"), 900m, 1700m);
        Assert.InRange(Price("721420"), 0.4m, 0.9m);
    }

    [Fact]
    public void Some_firms_import_as_well()
    {
        demo.Write(DemoSamples.Options());

        var imports = demo.AllLines()
            .Where(line => line[2] == "import")
            .Select(line => line[4])
            .Distinct(StringComparer.Ordinal)
            .Count();

        Assert.InRange(imports, 100, 1000);
    }

    private static DateTime Day(string text)
    {
        var parts = text.Split('-', '/').Select(int.Parse).ToArray();
        return parts[0] < 1700
            ? new PersianCalendar().ToDateTime(parts[0], parts[1], parts[2], 0, 0, 0, 0)
            : new DateTime(parts[0], parts[1], parts[2], 0, 0, 0, DateTimeKind.Unspecified);
    }

    [GeneratedRegex(
        @"^[0-9]{8,9},[1-8],(export|import),[0-9]{4}[-/][0-9]{2}[-/][0-9]{2},[0-9]{10,11},[0-9]{8},[A-Z]{2},[0-9]+\.[0-9]{2},[0-9]+(\.[0-9]{3})?$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Shape();
}
