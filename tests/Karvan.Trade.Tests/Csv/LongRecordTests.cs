using System.Globalization;
using System.Text;
using Karvan.Trade.Fields;
using Karvan.Trade.Tests.AddingUp;
using Xunit;

namespace Karvan.Trade.Tests.Csv;

/// <summary>Records beyond the limit with line ends inside quotes, and quotes that never close, whatever the size of the blocks.</summary>
public sealed class LongRecordTests
{
    private const int MiB = 1 << 20;

    public static TheoryData<int> Blocks => [90_001, 1 << 19, 1 << 22];

    /// <summary>What stands inside the quotes looks like rows, and is none.</summary>
    [Theory]
    [MemberData(nameof(Blocks))]
    public void A_long_quoted_field_that_closes_is_one_record(int block)
    {
        foreach (var size in new[] { MiB, 3 * MiB, 15 * MiB })
        {
            var inner = Rows(size, 100, "evil");
            var lines = inner.Count(c => c == '\n');
            var read = Read($"1,2\n9,\"{inner}\"\n\"a\nb\",3\n4,5\n", block);
            Assert.Equal(
                [
                    "2 None [1|2]",
                    "3 RecordTooLong []",
                    Record(4 + lines, Fault.None, "a\nb", "3"),
                    Record(6 + lines, Fault.None, "4", "5"),
                ],
                read
            );
        }
    }

    /// <summary>Its own line end aside, a record with line ends inside has a mebibyte as any other.</summary>
    [Theory]
    [InlineData(0, Fault.None)]
    [InlineData(1, Fault.RecordTooLong)]
    public void The_limit_is_that_of_other_records(int beyond, Fault expected)
    {
        var inner = Rows(MiB - 100, 100, "x");
        inner += new string('y', MiB - "1,\"\"".Length - inner.Length + beyond);
        foreach (var block in new[] { 90_001, 1 << 19, 1 << 22 })
        {
            var read = Read($"1,\"{inner}\"\n3,4\n", block);
            var line = 3 + inner.Count(c => c == '\n');
            Assert.Equal(
                expected is Fault.None ? Record(2, Fault.None, "1", inner) : "2 RecordTooLong []",
                read[0]
            );
            Assert.Equal([read[0], Record(line, Fault.None, "3", "4")], read);
        }
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void A_quote_that_never_closes_in_a_large_file_costs_its_first_line(int block)
    {
        // Every other row has an empty field in quotes, which is a doubled quote to whoever looks for a closing one.
        var rest = Rows(40 * MiB, 10_000, "\"\"");
        var lines = rest.Count(c => c == '\n');
        var read = Read("1,2\n\"3,4\n" + rest, block);
        Assert.Equal(lines + 2, read.Count);
        Assert.Equal(["2 None [1|2]", "3 UnclosedQuote []"], read[..2]);
        Assert.All(
            read[2..],
            (r, i) => Assert.StartsWith($"{4 + i} None [", r, StringComparison.Ordinal)
        );
    }

    /// <summary>The end of the search may fall between any two bytes; what stands there is read as anywhere else.</summary>
    [Theory]
    [InlineData(-3)]
    [InlineData(-2)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    public void A_record_at_the_end_of_the_search_is_read_whole(int shift)
    {
        var stray = "\"3,4\n";
        var filling = Rows((16 * MiB) - 20_000, 10_000, "x");
        var missing = 16 * MiB - stray.Length - filling.Length - "1,".Length + shift;
        filling += "1," + new string('z', missing) + "\n";
        // The quote of the next record is the last byte looked at, or one near it.
        var read = Read(stray + filling + "\"a\nb\",5\n6,7\n", 1 << 19);
        var line = 3 + filling.Count(c => c == '\n');
        Assert.Equal(
            [Record(line, Fault.None, "a\nb", "5"), Record(line + 2, Fault.None, "6", "7")],
            read[^2..]
        );
        // Where the search still sees it open a field, the stray quote is seen to close before a letter.
        Assert.Contains(read[0], (string[])["2 UnclosedQuote []", "2 TextAfterQuote []"]);
    }

    /// <summary>A record that is open where the search ends, and not in quotes, is too long for certain.</summary>
    [Theory]
    [MemberData(nameof(Blocks))]
    public void A_long_tail_behind_quotes_is_part_of_its_record(int block)
    {
        var inner = Rows(2 * MiB, 100, "evil");
        var read = Read($"\"{inner}\",{new string('x', 20 * MiB)}\n3,4\n", block);
        Assert.Equal(
            ["2 RecordTooLong []", Record(3 + inner.Count(c => c == '\n'), Fault.None, "3", "4")],
            read
        );
    }

    /// <summary>Lines of some length, with a word in every other one.</summary>
    private static string Rows(int bytes, int width, string word)
    {
        var text = new StringBuilder(bytes + width);
        for (var i = 0; text.Length < bytes; i++)
        {
            var start = i % 2 == 0 ? $"{i}," : $"{word},{i}";
            text.Append(start).Append('7', width - start.Length - 1).Append('\n');
        }
        return text.ToString();
    }

    private static string Record(long line, Fault fault, params string[] fields) =>
        string.Create(CultureInfo.InvariantCulture, $"{line} {fault} [{string.Join('|', fields)}]");

    private static List<string> Read(string text, int block)
    {
        using var scratch = new TradeBook();
        File.WriteAllText(scratch["t.csv"], CsvText.Header + text);
        return CsvText.Read(scratch["t.csv"], block).ConvertAll(r => r.ToString());
    }
}
