using System.IO.Compression;
using System.Text;
using Xunit;

namespace Karvan.Cli.Tests.EndToEnd;

/// <summary>Lines of any length are one rejected row, in little memory, and what follows them counts.</summary>
public sealed class HugeLineTests
{
    private const int Part = 1 << 26;

    /// <summary>192 MiB: a program that held such a line would end.</summary>
    private static readonly (string, string) LittleMemory = ("DOTNET_GCHeapHardLimit", "0xC000000");

    [Theory]
    [InlineData("x")]
    [InlineData("\"")]
    [InlineData("\0")]
    public async Task A_line_of_64_MiB(string filling)
    {
        using var input = new SmallInput();
        await input.Score();
        var scores = input.Result("scores.csv");
        await using (var file = File.Create(input["declarations-0.csv"]))
        {
            file.Write(Encoding.UTF8.GetBytes(SmallInput.DeclarationsHeader + "\n"));
            // A quote within a field is a character like others.
            file.Write(Encoding.UTF8.GetBytes("long" + filling));
            var part = new byte[1 << 20];
            part.AsSpan().Fill((byte)filling[0]);
            for (var i = 0; i < 64; i++)
            {
                file.Write(part);
            }
            file.Write(Encoding.UTF8.GetBytes("\n" + SmallInput.GoodLine + "\n"));
        }
        var ran = await KarvanProgram.Run(input.Arguments(), LittleMemory);
        Assert.True(ran.Exit == 3, ran.Error);
        var row = Assert.Single(input.Rejected());
        Assert.StartsWith("declarations-0.csv,2,record-too-long,,", row, StringComparison.Ordinal);
        Assert.True(row.Length < 400);
        Assert.Equal(scores, input.Result("scores.csv"));
    }

    [Fact]
    public async Task A_line_of_more_than_2_GiB_in_a_small_file()
    {
        using var input = new SmallInput();
        await input.Score();
        var scores = input.Result("scores.csv");
        var lines = File.ReadAllLines(input["declarations.csv"]);
        File.Delete(input["declarations.csv"]);
        await using (var file = File.Create(input["declarations.csv.gz"]))
        {
            var filling = Pack(new string('7', Part));
            file.Write(Pack(lines[0] + "\n" + lines[1] + "\n"));
            for (var i = 0; i < 33; i++)
            {
                file.Write(filling);
            }
            file.Write(Pack("\n" + string.Join('\n', lines[2..])));
        }
        var ran = await KarvanProgram.Run(input.Arguments(), LittleMemory);
        Assert.True(ran.Exit == 3, ran.Error);
        Assert.Equal(
            [$"declarations.csv.gz,3,record-too-long,,{new string('7', 120)}…"],
            input.Rejected()
        );
        Assert.Equal(scores, input.Result("scores.csv"));
    }

    /// <summary>Good lines inside a quoted text of 3 MiB are no lines.</summary>
    [Fact]
    public async Task A_quoted_text_of_lines_is_one_rejected_row()
    {
        using var input = new SmallInput();
        await input.Score();
        var scores = input.Result("scores.csv");
        var inside = string.Concat(
            Enumerable.Repeat(
                SmallInput.GoodLine.Replace("EX1,", "EX7,", StringComparison.Ordinal) + "\n",
                50_000
            )
        );
        foreach (var name in new[] { "declarations.csv", "exporters.csv" })
        {
            input.Add(name, $"1,\"{inside}\"");
        }
        input.Add("declarations.csv", SmallInput.GoodLine, "x");
        var ran = await KarvanProgram.Run(input.Arguments(), LittleMemory);
        Assert.True(ran.Exit == 3, ran.Error);
        Assert.Contains(
            "3 rows rejected: record-too-long 2, wrong-field-count 1;",
            ran.Error,
            StringComparison.Ordinal
        );
        var rejected = input.Result("rejected.csv");
        Assert.Contains("exporters.csv,5,record-too-long,,", rejected, StringComparison.Ordinal);
        Assert.Contains("declarations.csv,7,record-too-long,,", rejected, StringComparison.Ordinal);
        Assert.Contains(
            "\ndeclarations.csv,50009,wrong-field-count,,",
            rejected,
            StringComparison.Ordinal
        );
        Assert.Equal(scores, input.Result("scores.csv"));
    }

    [Theory]
    [InlineData("exporters.csv", 4)]
    [InlineData("evidence.csv", 3)]
    [InlineData("compliance.csv", 3)]
    public async Task A_long_line_in_a_small_file(string name, int rows)
    {
        using var input = new SmallInput();
        await input.Score();
        var scores = input.Result("scores.csv");
        input.Add(name, "x," + new string('y', 3 << 20));
        File.AppendAllText(input[name], "\"" + new string('z', 3 << 20));
        var ran = await input.Score();
        Assert.Equal(3, ran.Exit);
        var (at, rejected) = (rows + 1, input.Rejected());
        Assert.Equal(2, rejected.Length);
        Assert.StartsWith($"{name},{at},record-too-long,,", rejected[0], StringComparison.Ordinal);
        Assert.StartsWith(
            $"{name},{at + 1},record-too-long,,",
            rejected[1],
            StringComparison.Ordinal
        );
        Assert.Equal(scores, input.Result("scores.csv"));
    }

    [Fact]
    public async Task A_header_of_any_length_is_refused()
    {
        using var input = new SmallInput();
        File.WriteAllText(input["declarations.csv"], new string(',', 5 << 20));
        var ran = await input.Score();
        Assert.Equal(2, ran.Exit);
        Assert.Contains(
            "declarations.csv:1: found a header with the fault 'record-too-long'",
            ran.Error,
            StringComparison.Ordinal
        );
        Assert.True(ran.Error.Length < 1000);
    }

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }
        return packed.ToArray();
    }
}
