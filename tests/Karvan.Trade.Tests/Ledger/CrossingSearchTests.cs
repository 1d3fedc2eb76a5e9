using Karvan.Trade.Files;
using Karvan.Trade.Ledger;
using Xunit;

namespace Karvan.Trade.Tests.Ledger;

/// <summary>Lines of an import that stand in another under other exporters, held against walking over all pairs.</summary>
public sealed class CrossingSearchTests
{
    private const int Enough = 1_000_000;

    private static List<(string Exporter, byte[] Bytes)> Blocks(IEnumerable<LedgerLine> lines)
    {
        using var log = new RejectionLog();
        return
        [
            .. Lines
                .Keep([.. lines], log)
                .SelectMany(p => p.Exporters)
                .SelectMany(e => e.Blocks.Select(b => (e.Exporter, b.Bytes))),
        ];
    }

    private static List<LedgerLine> Draw(Random dice, int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(n =>
                    Lines.Line(
                        $"D{dice.Next(count / 2)}",
                        dice.Next(1, 4),
                        cents: 100,
                        source: n + 2
                    ) with
                    {
                        Exporter = $"{14_000_000_000 + dice.Next(5)}",
                        Import = dice.Next(2) == 0,
                    }
                )
                .DistinctBy(l => (l.Exporter, LineKey.Of(l))),
        ];

    /// <param name="memory">None at all: everything goes through the temporary file.</param>
    [Theory]
    [InlineData(1, 128L << 20)]
    [InlineData(2, 128L << 20)]
    [InlineData(3, 0)]
    public void Every_pair_is_found_and_no_other(int seed, long memory)
    {
        var dice = new Random(seed);
        var own = Draw(dice, 3000);
        var blocks = Blocks(own);
        using var search = new CrossingSearch(own.Count, memory);
        foreach (var (exporter, bytes) in blocks)
        {
            search.AddOwn(exporter, bytes);
        }
        // Several others, each forgotten before the next.
        for (var n = 0; n < 3; n++)
        {
            var other = Draw(dice, 2000);
            foreach (var (exporter, bytes) in Blocks(other))
            {
                search.AddOther(exporter, bytes);
            }
            var expected =
                from mine in own
                join theirs in other on LineKey.Of(mine) equals LineKey.Of(theirs)
                where mine.Exporter != theirs.Exporter
                select new KeyMeeting(LineKey.Of(mine), mine.Exporter, theirs.Exporter);
            var all = expected.ToHashSet();
            Assert.NotEmpty(all);
            var (exporters, meetings) = search.Meet(Enough);
            Assert.Equal(all.Count, meetings);
            Assert.Equal(all.Select(m => m.Exporter).ToHashSet(), exporters.ToHashSet());
            var told = blocks.SelectMany(b => search.Told(b.Exporter, b.Bytes)).ToList();
            Assert.Equal(all.Count, told.Count);
            Assert.Equal(all, told.ToHashSet());
        }
    }

    [Fact]
    public void Imports_that_share_no_key_do_not_meet()
    {
        using var search = new CrossingSearch(1);
        Add(search.AddOwn, Lines.Line("A"));
        Add(search.AddOther, Lines.Line("B") with { Exporter = Lines.Other });
        Assert.Equal(0, search.Meet(Enough).Meetings);
    }

    [Fact]
    public void The_same_line_under_the_same_exporter_is_no_meeting()
    {
        using var search = new CrossingSearch(1);
        Add(search.AddOwn, Lines.Line("A"));
        Add(search.AddOther, Lines.Line("A", cents: 9));
        Assert.Equal(0, search.Meet(Enough).Meetings);
    }

    [Fact]
    public void It_stops_when_there_are_too_many()
    {
        using var search = new CrossingSearch(1000);
        var lines = Enumerable.Range(0, 1000).Select(n => Lines.Line($"A{n}")).ToList();
        Add(search.AddOwn, [.. lines]);
        Add(search.AddOther, [.. lines.Select(l => l with { Exporter = Lines.Other })]);
        Assert.Equal(11, search.Meet(10).Meetings);
    }

    private static void Add(Take add, params LedgerLine[] lines)
    {
        foreach (var (exporter, bytes) in Blocks(lines))
        {
            add(exporter, bytes);
        }
    }

    private delegate void Take(string exporter, ReadOnlySpan<byte> block);
}
