using System.Globalization;
using Karvan.Rules.Facts;
using Karvan.Trade.Declarations;
using Karvan.Trade.Fields;
using Karvan.Trade.Mapping.Profiles;
using Xunit;

namespace Karvan.Trade.Tests.Mapping;

/// <summary>Keys of lines: joined, counted, and those that stand in for a number the file does not have.</summary>
public sealed class CountingTests : IDisposable
{
    private const string Names = "office;no;date;id;hs;to;usd;kg\n";

    private static readonly MappingProfile Counted = new()
    {
        Declaration = new([new("office"), new("no")], LineNumbering.Counted, ColumnReference.None),
        Flow = new(ColumnReference.None, TradeFlow.Export, []),
        Date = new(new("date")),
        Exporter = new(new("id")),
        HsCode = new(new("hs")),
        Country = new("to"),
        Value = new(new("usd"), new(), "USD", ColumnReference.None, []),
        Weight = new(new("kg"), new()),
    };

    private static readonly MappingProfile Substitute = Counted with
    {
        Declaration = new(
            [new("office"), new("date"), new("id")],
            LineNumbering.SubstituteKey,
            ColumnReference.None
        ),
    };

    private readonly MappedFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Counted_within_each_declaration_with_bad_rows_and_without_totals()
    {
        var read = folder.Read(
            Names
                + Row("10100", "7")
                + Row("10100", "8")
                + Row("10100", "7", usd: "oops")
                + Row("10100", "7")
                + "جمع;;;;;;3;\n"
                + Row("50100", "7")
                + Names
                + Row("10100", "8"),
            Counted
        );
        Assert.Equal(
            [
                (2L, "10100-7", 1),
                (3L, "10100-8", 1),
                (5L, "10100-7", 3),
                (7L, "50100-7", 1),
                (9L, "10100-8", 2),
            ],
            read.Lines.Select(l => (l.Source, l.Declaration, l.Number))
        );
        Assert.Equal(
            [Fault.BadNumber, Fault.TotalsRow, Fault.HeaderAgain],
            read.SetAside.Select(r => r.Fault)
        );
    }

    [Fact]
    public void A_substitute_key_of_several_columns()
    {
        var read = folder.Read(
            Names + Row("10100", "1") + Row("10100", "2") + Row("", "3") + Row("1-1", "4"),
            Substitute
        );
        Assert.Equal(
            [
                ("10100-2021--05--04-10100000006", 1),
                ("10100-2021--05--04-10100000006", 2),
                ("-2021--05--04-10100000006", 1),
                ("1--1-2021--05--04-10100000006", 1),
            ],
            read.Lines.Select(l => (l.Declaration, l.Number))
        );
    }

    [Fact]
    public void A_long_substitute_key_is_cut_and_still_tells_lines_apart()
    {
        var office = new string('z', 90);
        var read = folder.Read(
            Names + Row(office + "a", "1") + Row(office + "b", "2") + Row(office + "a", "3"),
            Substitute
        );
        Assert.Equal([1, 1, 2], read.Lines.Select(l => l.Number));
        var keys = read.Lines.Select(l => l.Declaration).ToList();
        Assert.Equal(keys[0], keys[2]);
        Assert.NotEqual(keys[0], keys[1]);
        Assert.All(keys, k => Assert.Matches("^Z{31}~[0-9A-F]{32}$", k));
        Assert.Equal(
            Fault.TooLong,
            Assert.Single(folder.Read(Names + Row(office, "1"), Counted).SetAside).Fault
        );
    }

    /// <summary>The order of rows matters among those of one key alone.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Keys_do_not_depend_on_the_order_of_other_rows(int seed)
    {
        var random = new Random(seed);
        var rows = Enumerable.Range(0, 3000).Select(i => (No: random.Next(700), Usd: i)).ToList();
        var shuffled = rows.OrderBy(_ => random.Next())
            .GroupBy(r => r.No)
            .SelectMany(g => g.OrderBy(r => r.Usd))
            .ToList();
        Assert.Equal(Read(rows), Read(shuffled));

        IEnumerable<string> Read(List<(int No, int Usd)> some) =>
            folder
                .Read(
                    Names + string.Concat(some.Select(r => Row("1", $"{r.No}", usd: $"{r.Usd}"))),
                    Counted
                )
                .Lines.Select(l => $"{l.Declaration} {l.Number} {l.Cents}")
                .Order(StringComparer.Ordinal);
    }

    /// <summary>Counting is the same however many threads are asked for and however the file is cut.</summary>
    [Fact]
    public void Threads_and_blocks_change_nothing()
    {
        var random = new Random(3);
        var text =
            Names
            + string.Concat(
                Enumerable
                    .Range(0, 20_000)
                    .Select(i =>
                        Row(
                            $"{random.Next(3)}",
                            $"{random.Next(3000)}",
                            random.Next(9) == 0 ? "x" : $"{i}"
                        )
                    )
            );
        var file = folder.Save(text);
        foreach (var profile in new[] { Counted, Substitute, WithNumbers })
        {
            var one = MappedFolder.Read(file, profile, new ReadingOptions(1));
            foreach (
                var options in new[]
                {
                    new ReadingOptions(4, BlockBytes: 5000),
                    new ReadingOptions(3),
                }
            )
            {
                var several = MappedFolder.Read(file, profile, options);
                Assert.Equal(one.Lines, several.Lines);
                Assert.Equal(one.SetAside, several.SetAside);
                Assert.Equal(one.Tally.Sums.ValueCents, several.Tally.Sums.ValueCents);
            }
            Assert.Equal(20_000, one.Lines.Count + one.SetAside.Count);
        }
    }

    private static MappingProfile WithNumbers =>
        Counted with
        {
            Declaration = new([new("office")], LineNumbering.Column, new("no")),
        };

    private static string Row(string office, string no, string usd = "1") =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{office};{no};2021-05-04;10100000006;080251;DE;{usd};1\n"
        );
}
