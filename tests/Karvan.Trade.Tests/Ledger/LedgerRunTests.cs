using Karvan.Trade.Fields;
using Karvan.Trade.Files;
using Karvan.Trade.Ledger;
using Xunit;

namespace Karvan.Trade.Tests.Ledger;

/// <summary>What is kept of a file's lines, against grouping them by hand.</summary>
public sealed class LedgerRunTests
{
    [Theory]
    [InlineData(1, 1, 64 << 20)]
    [InlineData(2, 3, 64 << 20)]
    // So little memory that nearly everything goes to the file.
    [InlineData(3, 2, 1 << 15)]
    public void Each_key_is_kept_once_and_none_that_says_two_things(
        int seed,
        int sinks,
        long memory
    )
    {
        using var log = new RejectionLog();
        var lines = Lines.Draw(seed, 20_000, 300, 12_000);
        var kept = Lines.Keep(lines, log, sinks, memory);
        var expected = Lines.Standing(lines);
        var found = kept.SelectMany(p => p.Exporters)
            .SelectMany(e => Lines.Read(e))
            .Select(l => l.Line)
            .ToList();
        Assert.Equal(expected.OrderBy(l => l.SourceLine), found.OrderBy(l => l.SourceLine));
        Assert.NotEmpty(expected);
        var conflicts = lines
            .GroupBy(l => (l.Exporter, l.Import, l.Declaration, l.LineNumber))
            .Where(g =>
                !expected.Exists(e => (e.Exporter, e.Import, e.Declaration, e.LineNumber) == g.Key)
            )
            .SelectMany(g => g)
            .ToList();
        Assert.NotEmpty(conflicts);
        Assert.Equal(
            conflicts.Select(c => c.SourceLine).Order(),
            log.InOrder().Select(r => r.Line)
        );
        Assert.All(log.InOrder(), r => Assert.Equal(Fault.Conflict, r.Fault));
        var crossed = lines
            .GroupBy(LineKey.Of)
            .Where(g => g.DistinctBy(l => l.Exporter).Skip(1).Any())
            .SelectMany(g => g.Select(l => new CrossedLine(g.Key, l.Exporter)))
            .ToHashSet();
        Assert.NotEmpty(crossed);
        Assert.Equal(crossed, kept.SelectMany(p => p.Crossed).ToHashSet());
        Assert.Equal(expected.Count, kept.Sum(p => p.Accepted));
        Assert.Equal(conflicts.Count, kept.Sum(p => p.Conflicts));
        Assert.Equal(lines.Count - expected.Count - conflicts.Count, kept.Sum(p => p.Duplicates));
    }

    /// <summary>A retry writes on where the first try stopped: it must make the same parts of the same bytes.</summary>
    [Fact]
    public void Neither_threads_nor_the_order_of_lines_change_a_byte()
    {
        using var log = new RejectionLog();
        var lines = Lines.Draw(7, 5_000, 40, 3_000);
        var once = Lines.Keep(lines, log);
        var again = Lines.Keep([.. lines.AsEnumerable().Reverse()], log, sinks: 4, memory: 1 << 14);
        Assert.Equal(once.Count, again.Count);
        foreach (var (a, b) in once.Zip(again))
        {
            Assert.Equal(a.Exporters.Select(e => e.Exporter), b.Exporters.Select(e => e.Exporter));
            Assert.Equal(
                a.Exporters.SelectMany(e => e.Blocks).Select(x => Convert.ToHexString(x.Bytes)),
                b.Exporters.SelectMany(e => e.Blocks).Select(x => Convert.ToHexString(x.Bytes))
            );
        }
    }

    [Fact]
    public void An_exporter_with_many_lines_has_several_blocks_and_stands_in_one_part()
    {
        using var log = new RejectionLog();
        var lines = Enumerable
            .Range(0, LineBlock.MostLines * 2 + 1)
            .Select(i => Lines.Line($"D{i % 100}", i / 100, source: i + 2))
            .ToList();
        var kept = Lines.Keep(lines, log).SelectMany(p => p.Exporters).ToList();
        var one = Assert.Single(kept);
        Assert.Equal(
            [LineBlock.MostLines, LineBlock.MostLines, 1],
            one.Blocks.Select(b => b.Lines)
        );
        Assert.Equal(Lines.Firm, one.Exporter);
        Assert.Equal(lines.Count, Lines.Read(one).Count);
    }

    /// <summary>1 Farvardin of a year and the day before it.</summary>
    [Fact]
    public void Sums_are_by_flow_and_solar_year()
    {
        using var log = new RejectionLog();
        var newYear = new DateOnly(2022, 3, 21).DayNumber;
        var kept = Lines.Keep(
            [
                Lines.Line("A", 1, cents: 5, grams: 7, day: newYear - 1),
                Lines.Line("A", 2, cents: 11, grams: 13, day: newYear),
                Lines.Line("A", 3, cents: 17, grams: 19, day: newYear + 1),
                Lines.Line("A", 4, cents: 23, grams: 29, day: newYear, import: true),
            ],
            log
        );
        Assert.Equal(
            [
                new YearSum(false, 1400, 1, 5, 7),
                new YearSum(false, 1401, 2, 28, 32),
                new YearSum(true, 1401, 1, 23, 29),
            ],
            Assert.Single(kept.SelectMany(p => p.Exporters)).Years
        );
    }

    [Theory]
    [InlineData("0012345679")]
    [InlineData("00000000001")]
    public void Leading_zeros_of_an_exporter_are_kept(string exporter)
    {
        using var log = new RejectionLog();
        var kept = Lines.Keep([Lines.Line(exporter: exporter, hsCode: "010121")], log);
        var one = Assert.Single(kept.SelectMany(p => p.Exporters));
        Assert.Equal(exporter, one.Exporter);
        Assert.Equal("010121", Lines.Read(one)[0].Line.HsCode);
    }

    [Fact]
    public void Damaged_bytes_are_no_block()
    {
        using var log = new RejectionLog();
        var kept = Lines.Keep([Lines.Line(), Lines.Line("B7")], log);
        var whole = kept.SelectMany(p => p.Exporters).Single().Blocks[0].Bytes;
        for (var length = 0; length < whole.Length; length++)
        {
            var cut = whole[..length];
            Assert.Throws<InvalidDataException>(() =>
                new ExporterLedger(Lines.Firm, []).Add(0, cut)
            );
        }
        byte[] later = [.. whole];
        later[0]++;
        Assert.Throws<InvalidDataException>(() => new ExporterLedger(Lines.Firm, []).Add(0, later));
    }
}
