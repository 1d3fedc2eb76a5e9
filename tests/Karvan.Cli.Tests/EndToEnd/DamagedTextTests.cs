using System.Text;
using System.Text.Json;
using Xunit;

namespace Karvan.Cli.Tests.EndToEnd;

/// <summary>Text in other shapes: line ends, marks, quotes, encodings. Good rows count whatever stands around them.</summary>
public sealed class DamagedTextTests
{
    private const string Good = SmallInput.GoodLine;

    public static TheoryData<string, Func<string, string>> SameText =>
        new()
        {
            { "CRLF", text => text.Replace("\n", "\r\n", StringComparison.Ordinal) },
            { "BOM", text => "\uFEFF" + text },
            {
                "BOM and CRLF",
                text => "\uFEFF" + text.Replace("\n", "\r\n", StringComparison.Ordinal)
            },
            { "no line end at the end", text => text.TrimEnd('\n') },
            { "CR at the end", text => text.TrimEnd('\n') + "\r" },
            { "blank lines", text => text.Replace("\n", "\n\n\r\n\n", StringComparison.Ordinal) },
            { "9,000 blank lines at the end", text => text + new string('\n', 9000) },
            {
                "all in quotes",
                text =>
                    string.Join(
                        '\n',
                        text.TrimEnd('\n')
                            .Split('\n')
                            .Select(l =>
                                '"' + l.Replace(",", "\",\"", StringComparison.Ordinal) + '"'
                            )
                    )
            },
            { "Persian digits", text => Digits(text, '\u06F0') },
            { "Arabic digits", text => Digits(text, '\u0660') },
            { "further columns", text => Widen(text, "\"a, \"\"b\"\"\nc\r\nd\"") },
            {
                "columns turned round",
                text =>
                    string.Join(
                        '\n',
                        text.TrimEnd('\n')
                            .Split('\n')
                            .Select(l => string.Join(',', l.Split(',').Reverse()))
                    )
            },
            {
                "names of columns in capitals",
                text =>
                    text[..text.IndexOf('\n', StringComparison.Ordinal)].ToUpperInvariant()
                    + text[text.IndexOf('\n', StringComparison.Ordinal)..]
            },
        }; // csharpier-ignore

    [Theory]
    [MemberData(nameof(SameText), DisableDiscoveryEnumeration = true)]
    public async Task Other_writing_of_the_same_rows_gives_the_same_bytes(
        string what,
        Func<string, string> change
    )
    {
        using var input = new SmallInput();
        await input.Score();
        var (scores, explanations) = (
            input.Result("scores.csv"),
            input.Result("explanations.jsonl")
        );
        foreach (
            var name in new[]
            {
                "exporters.csv",
                "declarations.csv",
                "evidence.csv",
                "compliance.csv",
            }
        )
        {
            File.WriteAllText(input[name], change(File.ReadAllText(input[name])));
        }
        var ran = await input.Score();
        Assert.True(ran.Exit == 0, $"{what}: {ran.Error}");
        Assert.Equal(scores, input.Result("scores.csv"));
        Assert.Equal(explanations, input.Result("explanations.jsonl"));
    }

    [Fact]
    public async Task A_quote_that_never_closes_takes_its_own_line_alone()
    {
        using var input = new SmallInput();
        await input.Score();
        var scores = input.Result("scores.csv");
        var text = File.ReadAllText(input["declarations.csv"]);
        input.Write(
            "declarations.csv",
            text.Replace(Good, "\"EX7,1,export,oops\n" + Good, StringComparison.Ordinal)
                .TrimEnd('\n')
        );
        var ran = await input.Score();
        Assert.Equal(3, ran.Exit);
        Assert.Equal(
            ["declarations.csv,2,unclosed-quote,,\"\"\"EX7,1,export,oops\""],
            input.Rejected()
        );
        Assert.Equal(scores, input.Result("scores.csv"));
    }

    [Fact]
    public async Task Other_encodings_and_stray_bytes_are_rejected_where_they_stand()
    {
        using var input = new SmallInput();
        await input.Score();
        var scores = input.Result("scores.csv");
        // «تهران» in windows-1256, Latin-1 é, a zero byte, a lone CR, a cut character, an escape code.
        Append(input["declarations.csv"], [0xCA, 0xE5, 0xD1, 0xC7, 0xE4]);
        Append(input["declarations.csv"], [(byte)'E', 0xE9]);
        AppendLine(
            input["declarations.csv"],
            Good.Replace("842320", "842320\0", StringComparison.Ordinal)
        );
        AppendLine(
            input["declarations.csv"],
            Good.Replace("842320", "8423\r20", StringComparison.Ordinal)
        );
        Append(input["declarations.csv"], [(byte)'E', 0xDB]);
        AppendLine(
            input["declarations.csv"],
            Good.Replace("export", "\e[31mexport", StringComparison.Ordinal)
        );
        AppendLine(input["declarations.csv"], Good + "\r");
        var ran = await input.Score();
        Assert.Equal(3, ran.Exit);
        Assert.Equal(
            [
                "declarations.csv,7,bad-encoding,declaration_no,\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD",
                "declarations.csv,8,bad-encoding,declaration_no,E\uFFFD",
                "declarations.csv,9,bad-hs-code,hs_code,842320\0",
            ],
            input.Rejected()[..3]
        );
        Assert.Contains(
            "declarations.csv,10,bad-hs-code,hs_code,\"8423\r20\"",
            input.Result("rejected.csv"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "declarations.csv,11,bad-encoding,declaration_no,E\uFFFD",
            input.Result("rejected.csv"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "declarations.csv,12,bad-flow,flow,",
            input.Result("rejected.csv"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain('\e', ran.Error);
        Assert.Equal(scores, input.Result("scores.csv"));
        // The last line is the good one again: a duplicate.
        using var report = JsonDocument.Parse(input.Result("report.json"));
        var file = report.RootElement.GetProperty("files")[1];
        Assert.Equal(1, file.GetProperty("duplicates").GetInt32());
        Assert.Equal(12, file.GetProperty("read").GetInt32());
    }

    private static void Append(string path, byte[] declaration) =>
        File.AppendAllBytes(path, [.. declaration, .. Encoding.UTF8.GetBytes(Good[3..] + "\n")]);

    private static void AppendLine(string path, string line) =>
        File.AppendAllText(path, line + "\n");

    private static string Digits(string text, char zero) =>
        string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(zero + c - '0') : c));

    private static string Widen(string text, string cell) =>
        string.Join(
            '\n',
            text.TrimEnd('\n').Split('\n').Select((l, i) => (i == 0 ? "note" : cell) + "," + l)
        );
}
