using System.Text;
using Karvan.Trade.Fields;
using Karvan.Trade.Tests.AddingUp;
using Xunit;

namespace Karvan.Trade.Tests.Csv;

/// <summary>Records and fields against a plain reader of RFC 4180, on random text, whatever the size of the blocks.</summary>
public sealed class RecordTests
{
    private static readonly string[] Pieces =
    [
        "\"",
        "\"",
        "\"\"",
        ",",
        ",",
        "\n",
        "\n",
        "\r\n",
        "\r",
        "a",
        "bc",
        " ",
        "\0",
        "\u00D4",
        "\"x\"",
        "\"x\ny\",",
        "\"\"\"",
        "0123456789",
    ]; // csharpier-ignore

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Random_texts_are_read_alike(int seed)
    {
        using var scratch = new TradeBook();
        var random = new Random(seed);
        for (var i = 0; i < 500; i++)
        {
            var text = string.Concat(
                Enumerable
                    .Range(0, random.Next(0, 40))
                    .Select(_ => Pieces[random.Next(Pieces.Length)])
            );
            Compare(scratch, text, random.Next(1, 60), $"seed {seed}, text {i}");
        }
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("1,2", "2 None [1|2]")]
    [InlineData("1,2\r\n3,4\n", "2 None [1|2];3 None [3|4]")]
    [InlineData("\n\r\n1,2\n\n", "4 None [1|2]")]
    [InlineData("\"1,\n\"\"x\"\"\",2\n3,4\n", "2 None [1,\n\"x\"|2];4 None [3|4]")]
    [InlineData("\"1,2\n3,4\n5,6", "2 UnclosedQuote [];3 None [3|4];4 None [5|6]")]
    [InlineData("\"1\"x,2\n3,4\n", "2 TextAfterQuote [];3 None [3|4]")]
    [InlineData("1,\"2\"\r", "2 None [1|2]")]
    [InlineData("1,2\r\r\n", "2 None [1|2\r]")]
    [InlineData("1,a\"b\"\n", "2 None [1|a\"b\"]")]
    [InlineData("1,\"\"\n", "2 None [1|]")]
    public void Worked_texts(string text, string expected)
    {
        using var scratch = new TradeBook();
        Assert.Equal(expected, string.Join(';', PlainCsv.Read(text, 2)));
        foreach (var block in new[] { 1, 2, 3, 5, 8, 1 << 19 })
        {
            Compare(scratch, text, block, "worked");
        }
    }

    private static void Compare(TradeBook scratch, string text, int block, string what)
    {
        var path = scratch["t.csv"];
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(CsvText.Header + text));
        var expected = string.Join("\n", PlainCsv.Read(text, 2));
        var found = string.Join("\n", CsvText.Read(path, block));
        Assert.True(
            string.Equals(expected, found, StringComparison.Ordinal),
            $"{what}, blocks of {block}: {text.Replace("\n", "\\n").Replace("\r", "\\r")}\nexpected\n{expected}\nfound\n{found}"
        );
    }

    [Theory]
    [InlineData(0, Fault.None)]
    [InlineData(1, Fault.RecordTooLong)]
    [InlineData(70_000, Fault.RecordTooLong)]
    public void A_record_has_at_most_a_mebibyte(int beyond, Fault expected)
    {
        using var scratch = new TradeBook();
        var line = "1," + new string('x', (1 << 20) + beyond - 2);
        foreach (
            var (before, behind) in new[]
            {
                ("", "3,4\n"),
                ("9,9\n", "\"3\",4\n"),
                ("\"9\",9\n", "3,4"),
            }
        )
        {
            foreach (var block in new[] { 90_001, 1 << 19, 1 << 21 })
            {
                File.WriteAllText(scratch["t.csv"], CsvText.Header + before + line + "\n" + behind);
                var read = CsvText.Read(scratch["t.csv"], block);
                Assert.Equal(before.Length == 0 ? 2 : 3, read.Count);
                Assert.Equal(expected, read[^2].Fault);
                Assert.Equal(["3", "4"], read[^1].Fields);
                Assert.Equal(before.Length == 0 ? 3 : 4, read[^1].Line);
            }
        }
    }

    /// <summary>The quote is taken for a stray one when the record grows beyond all measure.</summary>
    [Theory]
    [InlineData(90_001)]
    [InlineData(1 << 19)]
    [InlineData(1 << 22)]
    public void A_quote_that_never_closes_takes_its_own_line_alone(int block)
    {
        using var scratch = new TradeBook();
        var rest = string.Concat(Enumerable.Range(0, 200_000).Select(i => $"{i},row {i}\n"));
        File.WriteAllText(scratch["t.csv"], CsvText.Header + "1,2\n\"3,4\n" + rest);
        var read = CsvText.Read(scratch["t.csv"], block);
        Assert.Equal("3 UnclosedQuote []", read[1].ToString());
        Assert.Equal(200_002, read.Count);
        Assert.Equal("200003 None [199999|row 199999]", read[^1].ToString());
    }
}
