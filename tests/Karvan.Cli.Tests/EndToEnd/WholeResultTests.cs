using System.Text.Json.Nodes;
using Karvan.Cli.Output;
using Xunit;

namespace Karvan.Cli.Tests.EndToEnd;

/// <summary>A folder with half a result, or with files of two, is refused by whoever reads it.</summary>
public sealed class WholeResultTests
{
    /// <summary>Such a folder is what a run leaves that is killed while it moves its files in.</summary>
    [Fact]
    public async Task A_folder_without_its_report_is_refused()
    {
        using var input = new SmallInput();
        await input.Score();
        File.Delete(Path.Combine(input.Out, "report.json"));
        var ran = await Explain(input);
        Assert.Equal(2, ran.Exit);
        Assert.Equal(
            $"karvan: --result: found no report.json in {input.Out}, expected a folder that karvan score wrote to the end; run karvan score again\n",
            ran.Error.ReplaceLineEndings("\n")
        );
    }

    [Theory]
    [InlineData("scores.csv")]
    [InlineData("explanations.jsonl")]
    public async Task Files_of_two_runs_are_refused(string name)
    {
        using var input = new SmallInput();
        await input.Score();
        var older = input.Result(name);
        input.Replace("declarations.csv", "700000.00", "7000000.00");
        await input.Score();
        Assert.Equal(0, (await Explain(input)).Exit);
        File.WriteAllText(Path.Combine(input.Out, name), older);
        await Refused(input, $"found {Path.Combine(input.Out, name)} with {older.Length} bytes");
        await input.Score();
        Assert.Equal(0, (await Explain(input)).Exit);
    }

    [Theory]
    [InlineData("scores.csv")]
    [InlineData("explanations.jsonl")]
    [InlineData("rejected.csv")]
    [InlineData("rulebook/rulebook.json")]
    [InlineData("rulebook/tables/technology.csv")]
    public async Task A_file_of_the_same_length_with_other_bytes_is_refused(string name)
    {
        using var input = new SmallInput();
        await input.Score();
        var path = Path.Combine(input.Out, name);
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);
        await Refused(input, $"{path} with other bytes, expected those of the same run");
        File.Delete(path);
        await Refused(input, $"found no {path}, expected one by the report.json");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"result\": [{\"file\": \"scores.csv\"}]}")]
    [InlineData("{\"result\": [{\"file\": null, \"bytes\": 1, \"sample\": null}]}")]
    [InlineData("{\"result\": [{\"file\": \"scores.csv\", \"bytes\": 1.5, \"sample\": 3}]}")]
    public async Task A_report_that_names_no_files_is_refused(string report)
    {
        using var input = new SmallInput();
        await input.Score();
        File.WriteAllText(Path.Combine(input.Out, "report.json"), report);
        var ran = await Explain(input);
        Assert.Equal((2, ""), (ran.Exit, ran.Out));
        Assert.Contains("names no files of the result", ran.Error, StringComparison.Ordinal);
    }

    /// <summary>sha256sum gives the sample of a small file; that of a large one depends on its beginning, its end, and much between.</summary>
    [Fact]
    public async Task The_report_names_every_other_file()
    {
        using var input = new SmallInput();
        await input.Score();
        var files = JsonNode.Parse(input.Result("report.json"))!["result"]!.AsArray();
        Assert.Equal(
            [
                "explanations.jsonl",
                "rejected.csv",
                "rulebook/rulebook.json",
                "rulebook/tables/technology.csv",
                "scores.csv",
            ],
            files.Select(f => (string)f!["file"]!)
        );
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(Path.Combine(input.Out, (string)file!["file"]!));
            Assert.Equal(bytes.Length, (int)file["bytes"]!);
            Assert.Equal(
                Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)),
                (string)file["sample"]!
            );
        }
    }

    [Fact]
    public void Large_files_are_told_apart_in_many_places()
    {
        using var scratch = new Scratch();
        var bytes = new byte[20 << 20];
        File.WriteAllBytes(scratch["f"], bytes);
        var before = FileFingerprint.Of(scratch.Folder, "f");
        foreach (var at in new[] { 0, bytes.Length / 63, bytes.Length - 1 })
        {
            bytes[at] = 1;
            File.WriteAllBytes(scratch["f"], bytes);
            var after = FileFingerprint.Of(scratch.Folder, "f");
            Assert.True(before != after, $"byte {at}");
            before = after;
        }
    }

    private static Task<Ran> Explain(SmallInput input) =>
        KarvanProgram.RunHere("explain", "--result", input.Out, "--exporter", SmallInput.Second);

    private static async Task Refused(SmallInput input, string found)
    {
        var ran = await Explain(input);
        Assert.Equal((2, ""), (ran.Exit, ran.Out));
        Assert.Contains("--result: found ", ran.Error, StringComparison.Ordinal);
        Assert.Contains(found, ran.Error, StringComparison.Ordinal);
        Assert.Contains("parts of two results", ran.Error, StringComparison.Ordinal);
        Assert.Contains("run karvan score again", ran.Error, StringComparison.Ordinal);
    }
}
