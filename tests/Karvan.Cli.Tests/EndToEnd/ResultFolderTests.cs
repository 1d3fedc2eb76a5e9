using System.Text.Json;
using Xunit;

namespace Karvan.Cli.Tests.EndToEnd;

/// <summary>What stands in --out after a run, and what does not.</summary>
public sealed class ResultFolderTests
{
    [Fact]
    public async Task Files_of_others_are_left_alone()
    {
        using var input = new SmallInput();
        input.PretendOlderResult();
        string[] others =
        [
            "notes.txt",
            "rulebook/minutes.txt",
            "rulebook/tables/mine.csv",
            "sub/scores.csv",
        ];
        Directory.CreateDirectory(Path.Combine(input.Out, "sub"));
        foreach (var other in others)
        {
            File.WriteAllText(Path.Combine(input.Out, other), "mine");
        }
        Assert.Equal(0, (await input.Score()).Exit);
        Assert.All(others, other => Assert.Equal("mine", input.Result(other)));
        Assert.Equal(
            [
                "explanations.jsonl",
                "notes.txt",
                "rejected.csv",
                "report.json",
                "rulebook",
                "rulebook/minutes.txt",
                "rulebook/rulebook.json",
                "rulebook/tables",
                "rulebook/tables/mine.csv",
                "rulebook/tables/technology.csv",
                "scores.csv",
                "sub",
                "sub/scores.csv",
            ],
            Everything(input.Out)
        ); // csharpier-ignore
        Assert.DoesNotContain(
            "older",
            input.Result("rulebook/rulebook.json"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("scores.csv", "found a folder at")]
    [InlineData("explanations.jsonl", "found a folder at")]
    [InlineData("report.json", "found a folder at")]
    [InlineData("rulebook", "found a file at")]
    public async Task What_cannot_be_replaced_is_said_before_anything_is(string name, string said)
    {
        using var input = new SmallInput();
        Directory.CreateDirectory(input.Out);
        var place = Path.Combine(input.Out, name);
        if (name == "rulebook")
        {
            File.WriteAllText(place, "mine");
        }
        else
        {
            Directory.CreateDirectory(place);
        }
        var ran = await input.Score();
        Assert.Equal(2, ran.Exit);
        Assert.Contains($"--out: {said} {place}", ran.Error, StringComparison.Ordinal);
        Assert.Equal([name], Everything(input.Out), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Without_explanations_those_of_an_older_run_disappear()
    {
        using var input = new SmallInput();
        await input.Score();
        var scores = input.Result("scores.csv");
        Assert.Equal(0, (await input.Score("--explain", "none")).Exit);
        Assert.DoesNotContain("explanations.jsonl", Everything(input.Out), StringComparer.Ordinal);
        Assert.Equal(scores, input.Result("scores.csv"));
    }

    /// <summary>A result carries all that its bytes depend on beside the input.</summary>
    [Theory]
    [InlineData()]
    [InlineData("--reading", "value-bounds=upper", "--reading", "persistence=value-share")]
    [InlineData(
        "--reading",
        "technology-edition=lall-2000",
        "--reading",
        "weight-order=oldest-first"
    )]
    public async Task Its_own_rulebook_gives_the_same_scores_again(params string[] readings)
    {
        using var input = new SmallInput();
        // Goods of every technology band: a result's book has its keys in an order of its own.
        string[] codes = ["300490", "870323", "392410", "252329", "270900"];
        input.Add(
            "declarations.csv",
            [
                .. codes.Select(
                    (hs, i) => $"BAND{i},1,export,1401-02-02,{SmallInput.Third},{hs},DE,{100 + i},1"
                ),
            ]
        );
        Assert.Equal(0, (await input.Score(readings)).Exit);
        var (scores, explanations) = (
            input.Result("scores.csv"),
            input.Result("explanations.jsonl")
        );
        var again = Path.Combine(input.Folder, "again");
        var book = Path.Combine(input.Out, "rulebook", "rulebook.json");
        foreach (var output in new[] { again, input.Out })
        {
            var ran = await KarvanProgram.RunHere(
                "score",
                "--rulebook",
                book,
                "--input",
                input.Folder,
                "--out",
                output
            );
            Assert.True(ran.Exit == 0, ran.Error);
            Assert.Equal(scores, File.ReadAllText(Path.Combine(output, "scores.csv")));
            Assert.Equal(
                explanations,
                File.ReadAllText(Path.Combine(output, "explanations.jsonl"))
            );
        }
    }

    [Fact]
    public async Task The_report_counts_every_row()
    {
        using var input = new SmallInput();
        input.Add(
            "declarations.csv",
            SmallInput.GoodLine,
            SmallInput.GoodLine,
            $"O,1,export,1390-01-01,{SmallInput.Second},842320,IQ,1,1",
            "x",
            "",
            "y"
        );
        input.Add("exporters.csv", "1,x,03,");
        await input.Score("--winners", "4");
        using var report = JsonDocument.Parse(input.Result("report.json"));
        var files = report
            .RootElement.GetProperty("files")
            .EnumerateArray()
            .Select(f =>
                $"{f.GetProperty("file")} {f.GetProperty("read")} {f.GetProperty("accepted")} {f.GetProperty("rejected").ToString().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal)} {f.GetProperty("duplicates")} {f.GetProperty("other-year")}"
            );
        Assert.Equal(
            [
                "exporters.csv 4 3 {\"bad-id\":1} 0 0",
                "declarations.csv 10 5 {\"wrong-field-count\":2} 2 1",
                "evidence.csv 2 2 {} 0 0",
                "compliance.csv 2 2 {} 0 0",
            ],
            files
        );
        Assert.Equal(
            (3, 4),
            (
                report.RootElement.GetProperty("exporters").GetInt32(),
                report.RootElement.GetProperty("winners").GetInt32()
            )
        );
        Assert.True(report.RootElement.GetProperty("seconds").GetDecimal() > 0);
    }

    [Fact]
    public async Task Files_have_LF_and_no_mark()
    {
        using var input = new SmallInput();
        input.Add("declarations.csv", "x");
        await input.Score();
        foreach (
            var name in new[]
            {
                "scores.csv",
                "explanations.jsonl",
                "rejected.csv",
                "report.json",
                "rulebook/rulebook.json",
            }
        )
        {
            var bytes = File.ReadAllBytes(Path.Combine(input.Out, name));
            Assert.DoesNotContain((byte)'\r', bytes);
            Assert.NotEqual(0xEF, bytes[0]);
            Assert.True(bytes[^1] == '\n' || name == "report.json", name);
        }
    }

    private static IEnumerable<string> Everything(string folder) =>
        Directory
            .EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path))
            .Order(StringComparer.Ordinal);
}
