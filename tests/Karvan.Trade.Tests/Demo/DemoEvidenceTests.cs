using Xunit;

namespace Karvan.Trade.Tests.Demo;

public sealed class DemoEvidenceTests : IDisposable
{
    private readonly DemoSamples demo = new();

    public void Dispose() => demo.Dispose();

    [Fact]
    public void Every_criterion_given_has_rows_that_hold_what_it_needs()
    {
        var report = demo.Write(DemoSamples.Options());

        var rows = demo.Rows("evidence.csv").ToList();

        Assert.Equal(report.EvidenceRows, rows.Count);
        Assert.Equal(
            DemoSamples.Evidence.Select(criterion => criterion.Id).Order(StringComparer.Ordinal),
            rows.Select(row => row[1])
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );
        Assert.All(
            rows,
            row =>
                Assert.Contains(
                    row[6],
                    (string[])["accepted", "rejected", "pending"],
                    StringComparer.Ordinal
                )
        );
        Assert.All(rows, row => Assert.NotEqual(0, row[2].Length));
        Assert.All(Of(rows, "R3.3"), row => Assert.InRange(int.Parse(row[4]), 0, 100));
        Assert.All(
            Of(rows, "R3.3"),
            row =>
                Assert.Contains(row[5], (string[])["high", "medium", "low"], StringComparer.Ordinal)
        );
        Assert.All(Of(rows, "R3.4"), row => Assert.InRange(int.Parse(row[4]), 0, 10));
        Assert.All(
            Of(rows, "R6.3").Concat(Of(rows, "R6.10")),
            row => Assert.Matches("^[A-Z]{2}$", row[3])
        );
        Assert.All(
            Of(rows, "R6.9"),
            row =>
                Assert.Contains(
                    row[2],
                    (string[])["joint-production", "licensing"],
                    StringComparer.Ordinal
                )
        );
        Assert.All(Of(rows, "R6.12"), row => Assert.Matches("^[a-z]{2}$", row[2]));
    }

    [Fact]
    public void Countries_are_markets_of_the_firm()
    {
        // So many lines that each market of each year has one.
        demo.Write(DemoSamples.Options(lines: 60_000));
        var markets = demo.AllLines()
            .Where(line => line[2] == "export")
            .Select(line => (line[4], line[6]))
            .ToHashSet();

        var countries = demo.Rows("evidence.csv")
            .Where(row => row[3].Length > 0)
            .Select(row => (row[0], row[3]))
            .ToList();

        Assert.NotEmpty(countries);
        Assert.All(countries, country => Assert.Contains(country, markets));
    }

    [Fact]
    public void Most_is_accepted_and_some_is_not()
    {
        demo.Write(DemoSamples.Options());

        var statuses = demo.Rows("evidence.csv")
            .CountBy(row => row[6], StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);

        Assert.True(statuses["accepted"] > statuses["rejected"] * 5);
        Assert.True(statuses["pending"] > 0);
    }

    [Fact]
    public void Larger_firms_claim_more()
    {
        demo.Write(DemoSamples.Options());
        var claims = demo.Rows("evidence.csv")
            .CountBy(row => row[0], StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);

        var bySize = demo.AllLines()
            .Where(line => line[2] == "export")
            .GroupBy(line => line[4], line => decimal.Parse(line[7]), StringComparer.Ordinal)
            .OrderByDescending(firm => firm.Sum())
            .Select(firm => claims.GetValueOrDefault(firm.Key))
            .ToList();

        Assert.True(bySize.Take(200).Average() > bySize.Skip(1000).Average() * 3);
    }

    [Fact]
    public void Most_firms_comply_a_few_do_not_and_a_few_have_no_row()
    {
        var report = demo.Write(DemoSamples.Options());

        var rows = demo.Rows("compliance.csv").ToList();

        Assert.Equal(report.ComplianceRows, rows.Count);
        Assert.InRange(rows.Count, 1900, 1999);
        Assert.Equal(
            rows.Count,
            rows.Select(row => row[0]).Distinct(StringComparer.Ordinal).Count()
        );
        Assert.InRange(rows.Count(row => row[1] == "true"), 1, 40);
        Assert.InRange(rows.Count(row => row[2] == "false"), 50, 300);
        Assert.All(rows, row => Assert.InRange(decimal.Parse(row[3]), 0m, 1m));
    }

    private static IEnumerable<string[]> Of(IEnumerable<string[]> rows, string criterion) =>
        rows.Where(row => row[1] == criterion);
}
