using Xunit;

namespace Karvan.Cli.Tests.EndToEnd;

/// <summary>Names of input files are compared without case, whatever the file system does.</summary>
public sealed class NamesOfInputsTests
{
    private static readonly string[] Names =
    [
        "exporters.csv",
        "declarations.csv",
        "evidence.csv",
        "compliance.csv",
    ];

    [Fact]
    public async Task Any_case_is_found_and_gives_the_same_bytes()
    {
        using var input = new SmallInput();
        await input.Score();
        var (scores, explanations) = (
            input.Result("scores.csv"),
            input.Result("explanations.jsonl")
        );
        foreach (var name in Names)
        {
            File.Move(input[name], input["x"]);
            File.Move(input["x"], input[char.ToUpperInvariant(name[0]) + name[1..^3] + "CSV"]);
        }
        var ran = await input.Score();
        Assert.True(ran.Exit == 0, ran.Error);
        Assert.Equal(scores, input.Result("scores.csv"));
        Assert.Equal(explanations, input.Result("explanations.jsonl"));
        Assert.Contains(
            "\"file\": \"Exporters.CSV\"",
            input.Result("report.json"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("exporters.csv", "Exporters.csv")]
    [InlineData("declarations.csv", "DECLARATIONS.csv")]
    [InlineData("evidence.csv", "evidence.CSV")]
    [InlineData("compliance.csv", "Compliance.csv")]
    public async Task Two_that_differ_only_in_case_are_refused(string name, string duplicate)
    {
        using var input = new SmallInput();
        Assert.SkipWhen(File.Exists(input[duplicate]), "This file system knows no case.");
        File.Copy(input[name], input[duplicate]);
        var ran = await input.Score();
        Assert.Equal(2, ran.Exit);
        Assert.Equal(
            $"karvan: {input.Folder}: found {duplicate} and {name}, which differ only in case, expected one of them; take the other away\n",
            ran.Error.ReplaceLineEndings("\n")
        );
        Assert.False(Path.Exists(input.Out));
    }
}
