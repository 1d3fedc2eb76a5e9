using System.Security.Cryptography;
using Karvan.Trade.Demo;
using Xunit;

namespace Karvan.Trade.Tests.Demo;

public sealed class DemoFolderTests : IDisposable
{
    private readonly DemoSamples demo = new();
    private readonly DemoSamples other = new();

    public void Dispose()
    {
        demo.Dispose();
        other.Dispose();
    }

    [Fact]
    public void Same_seed_same_bytes()
    {
        var report = demo.Write(DemoSamples.Options(faults: 50));
        other.Write(DemoSamples.Options(faults: 50));

        Assert.Equal(demo.AllBytes(), other.AllBytes());
        Assert.Equal(report.Bytes, demo.AllBytes().Length);
    }

    [Fact]
    public void The_bytes_are_those_of_every_other_machine()
    {
        demo.Write(DemoSamples.Options(exporters: 200, lines: 3000, faults: 20));

        // Changes with the tables and the generator, never with the machine: after a wanted change, take the new value.
        const string Expected = "0514b056e802489678e9f71b51eef05edc9b4639432c90fca841a5e9f0f3bb22";
        Assert.Equal(Expected, Convert.ToHexStringLower(SHA256.HashData(demo.AllBytes())));
    }

    [Fact]
    public void Another_seed_gives_other_firms_and_lines()
    {
        demo.Write(DemoSamples.Options(seed: 1));
        other.Write(DemoSamples.Options(seed: 2));

        Assert.Empty(
            demo.Rows("exporters.csv")
                .Select(row => row[0])
                .Intersect(
                    other.Rows("exporters.csv").Select(row => row[0]),
                    StringComparer.Ordinal
                )
        );
        Assert.False(demo.LinesOf(1401).SequenceEqual(other.LinesOf(1401), StringComparer.Ordinal));
    }

    [Fact]
    public void More_lines_leave_the_firms_as_they_are()
    {
        demo.Write(DemoSamples.Options(lines: 5000));
        other.Write(DemoSamples.Options(lines: 9000));

        foreach (var file in (string[])["exporters.csv", "evidence.csv", "compliance.csv"])
            Assert.Equal(
                File.ReadAllBytes(Path.Combine(demo.Path, file)),
                File.ReadAllBytes(Path.Combine(other.Path, file))
            );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(160)]
    public void Faults_come_on_top_and_leave_the_good_lines_as_they_are(int faults)
    {
        var report = demo.Write(DemoSamples.Options(lines: 5000, faults: faults));
        other.Write(DemoSamples.Options(lines: 5000));

        var all = DemoSamples.Years.SelectMany(demo.LinesOf).ToList();
        var good = DemoSamples.Years.SelectMany(other.LinesOf).ToList();

        Assert.Equal(good.Count + faults, all.Count);
        Assert.Equal(faults, report.Faults.Values.Sum());
        Assert.Empty(good.Except(all, StringComparer.Ordinal));
        var copies = report.Faults.GetValueOrDefault(DemoFault.Duplicate);
        Assert.Equal(faults - copies, all.Except(good, StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Enough_faults_show_every_kind()
    {
        var report = demo.Write(DemoSamples.Options(lines: 5000, faults: 100));

        Assert.Equal(Enum.GetValues<DemoFault>().Order(), report.Faults.Keys.Order());
        Assert.Equal(0, report.Faults[DemoFault.Conflict] % 2);
    }

    [Fact]
    public void Persian_digits_change_the_writing_only()
    {
        demo.Write(DemoSamples.Options(lines: 5000) with { PersianDigitsEvery = 10 });
        other.Write(DemoSamples.Options(lines: 5000));

        var mixed = DemoSamples.Years.SelectMany(demo.LinesOf).ToList();

        Assert.Equal(
            500,
            mixed.Count(line =>
                line.Contains('۱', StringComparison.Ordinal)
                || line.Contains('۲', StringComparison.Ordinal)
            )
        );
        Assert.Equal(
            DemoSamples.Years.SelectMany(other.LinesOf),
            mixed.Select(Latin),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public void Declarations_of_another_set_are_refused()
    {
        File.WriteAllText(Path.Combine(demo.Path, "declarations-1396.csv"), "");

        Assert.Throws<IOException>(() => demo.Write(DemoSamples.Options()));
        Assert.False(File.Exists(Path.Combine(demo.Path, "exporters.csv")));
    }

    public static TheoryData<DemoOptions> OutOfRange =>
        [
            DemoSamples.Options(exporters: 0),
            DemoSamples.Options(lines: 0),
            DemoSamples.Options(exporters: DemoLimits.MostExporters + 1),
            DemoSamples.Options(lines: DemoLimits.MostLines + 1),
            DemoSamples.Options(faults: -1),
            DemoSamples.Options(faults: DemoLimits.MostFaults + 1),
            DemoSamples.Options() with
            {
                PersianDigitsEvery = -1,
            },
            DemoSamples.Options() with
            {
                Years = [],
            },
            DemoSamples.Options() with
            {
                Years = [1400, 1399],
            },
            DemoSamples.Options() with
            {
                Evidence = [new("R3.3", DemoEvidenceKind.Graded, 100)],
            },
            DemoSamples.Options() with
            {
                Evidence = [new("R3.4", DemoEvidenceKind.Judged)],
            },
        ];

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Options_out_of_range_are_refused(DemoOptions options) =>
        Assert.Throws<ArgumentException>(() => demo.Write(options));

    private static string Latin(string line) =>
        string.Concat(
            line.Select(letter => letter is >= '۰' and <= '۹' ? (char)(letter - '۰' + '0') : letter)
        );
}
