using Xunit;

namespace Karvan.Cli.Tests.EndToEnd;

/// <summary>Wrong questions: exit code 2 and a way out, never a stack trace.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("", "Required command was not provided.")]
    [InlineData("rank", "Unrecognized command or argument 'rank'.")]
    [InlineData("score", "Option '--rulebook' is required.")]
    [InlineData("score --rulebook B --input I", "Option '--out' is required.")]
    [InlineData("score --rulebook B --input I --out O --winners x", "--winners: found 'x'")]
    [InlineData("score --rulebook B --input I --out O --winners -1", "--winners: found '-1'")]
    [InlineData(
        "score --rulebook B --input I --out O --winners",
        "missing for option: '--winners'"
    )]
    [InlineData(
        "score --rulebook B --input I --out O --within city",
        "--within: found 'city', expected province or province+group"
    )]
    [InlineData(
        "score --rulebook B --input I --out O --explain some",
        "--explain: found 'some', expected all or none"
    )]
    [InlineData(
        "score --rulebook B --input I --out O --progress on",
        "--progress: found 'on', expected auto or none"
    )]
    [InlineData("score --rulebook B --input I --out O --oops", "argument '--oops'")]
    [InlineData("score --rulebook B --input I --out O --reading value-bounds", "ID=CHOICE")]
    [InlineData("score --rulebook B --input I --out O --reading =upper", "ID=CHOICE")]
    [InlineData("score --rulebook B --input I --out O --reading value-bounds=", "ID=CHOICE")]
    [InlineData(
        "score --rulebook B --input I --out O --reading value-bounds=upper --reading value-bounds=lower",
        "--reading: found 'value-bounds' twice"
    )]
    [InlineData(
        "score --rulebook B --input I --out O --reading value-bound=upper",
        "found the reading 'value-bound',"
    )]
    [InlineData(
        "score --rulebook B --input I --out O --reading value-bounds=uper",
        "found the choice 'uper'"
    )]
    [InlineData(
        "score --rulebook missing.yaml --input I --out O",
        "missing.yaml: found no rulebook"
    )]
    [InlineData("score --rulebook E --input I --out O", "--rulebook: found no name")]
    [InlineData(
        "score --rulebook B --input E --out O",
        "--input: found no name, expected a folder"
    )]
    [InlineData("score --rulebook B --input B --out O", "found no such folder")]
    [InlineData("score --rulebook B --input nowhere --out O", "nowhere: found no such folder")]
    [InlineData("score --rulebook B --input I --out E", "--out: found no name")]
    [InlineData("score --rulebook B --input I --out B", "--out: found a file")]
    [InlineData("score --rulebook B --input I --out B/below", "karvan: --out: ")]
    [InlineData("score --rulebook I --input I --out O", "expected a YAML file")]
    [InlineData(
        "explain --result I --exporter 1 --lang de",
        "--lang: found 'de', expected fa or en"
    )]
    [InlineData(
        "explain --result nowhere --exporter 1",
        "--result: found no report.json in nowhere"
    )]
    [InlineData("explain --result E --exporter 1", "--result: found no name")]
    [InlineData("demo --exporters x --lines 1 --out O", "--exporters: found 'x'")]
    [InlineData("demo --exporters 5 --lines 10 --out E", "--out: found no name, expected a folder")]
    [InlineData("demo --exporters 5 --lines 10 --out B", "--out: found ")]
    [InlineData("demo --exporters 5 --lines 10 --out I", "declarations.csv stands there already")]
    [InlineData("demo --exporters 5 --lines 10 --out O --rulebook E", "--rulebook: found no name")]
    [InlineData("rulebook", "Required command was not provided.")]
    [InlineData("rulebook check", "Required argument missing for command: 'check'.")]
    [InlineData("rulebook check nowhere.yaml", "nowhere.yaml: found no rulebook")]
    [InlineData("rulebook check E", "FILE: found no name, expected a rulebook")]
    [InlineData("rulebook test E", "FILE: found no name, expected a rulebook")]
    [InlineData("rulebook page B --out E", "--out: found no name, expected a folder")]
    [InlineData("rulebook page B --out O --lang de", "expected both or fa or en")]
    [InlineData("technology --input E", "--input: found no name, expected a trade table")]
    [InlineData("technology --input nowhere", "nowhere: found a file that cannot be opened")]
    public async Task A_wrong_question_is_2(string line, string named)
    {
        using var input = new SmallInput();
        string[] arguments =
        [
            .. line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(word =>
                    word switch
                    {
                        "B" => Repository.Rulebook,
                        "B/below" => Path.Combine(Repository.Rulebook, "below"),
                        "I" => input.Folder,
                        "O" => input.Out,
                        "E" => "",
                        _ => word,
                    }
                ),
        ];
        var ran = await KarvanProgram.RunHere(arguments);
        Assert.True(ran.Exit == 2, $"exit {ran.Exit}: {ran.Out}{ran.Error}");
        Assert.Contains(named, ran.Error, StringComparison.Ordinal);
        Assert.NotEmpty(ran.Error);
        Assert.DoesNotContain("   at ", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("(Parameter ", ran.Error, StringComparison.Ordinal);
        Assert.False(Path.Exists(input.Out));
    }

    [Theory]
    [InlineData("demo --lines 1 --exporters", "0", "1 to 5000000")]
    [InlineData("demo --lines 1 --exporters", "-1", "1 to 5000000")]
    [InlineData("demo --lines 1 --exporters", "5000001", "1 to 5000000")]
    [InlineData("demo --lines 1 --exporters", "99999999999", "1 to 5000000")]
    [InlineData("demo --lines 1 --exporters", "x", "1 to 5000000")]
    [InlineData("demo --lines 1 --exporters", "1.5", "1 to 5000000")]
    [InlineData("demo --lines 1 --exporters", "", "1 to 5000000")]
    [InlineData("demo --exporters 1 --lines", "0", "1 to 1000000000")]
    [InlineData("demo --exporters 1 --lines", "-1", "1 to 1000000000")]
    [InlineData("demo --exporters 1 --lines", "1000000001", "1 to 1000000000")]
    [InlineData("demo --exporters 1 --lines 1 --faults", "-1", "0 to 100000000")]
    [InlineData("demo --exporters 1 --lines 1 --faults", "100000001", "0 to 100000000")]
    [InlineData("demo --exporters 1 --lines 1 --seed", "-1", "0 to 18446744073709551615")]
    [InlineData(
        "demo --exporters 1 --lines 1 --seed",
        "18446744073709551616",
        "0 to 18446744073709551615"
    )]
    [InlineData("score --rulebook B --input I --winners", "-1", "0 to 2147483647")]
    [InlineData("score --rulebook B --input I --winners", "2147483648", "0 to 2147483647")]
    public async Task A_number_out_of_range_is_told_with_its_range(
        string line,
        string number,
        string range
    )
    {
        using var input = new SmallInput();
        var ran = await KarvanProgram.RunHere([.. line.Split(' '), number, "--out", input.Out]);
        Assert.Equal(
            $"karvan: {line.Split(' ')[^1]}: found '{number}', expected a whole number from {range}\nSee karvan --help, or karvan COMMAND --help.\n",
            ran.Error.ReplaceLineEndings("\n")
        );
        Assert.Equal((2, ""), (ran.Exit, ran.Out));
        Assert.False(Path.Exists(input.Out));
    }

    /// <summary>The place is the line and column, counted here, of what is wrong: the unknown key, the sum that does not hold, the text behind an open bracket.</summary>
    [Theory]
    [InlineData("title:", "titel:", "titel:", 0, "titel: found the unknown key 'titel'")]
    [InlineData("max: 25", "max: 26", "max: 75", 5, "groups.R1.max: found 75, expected 76")]
    [InlineData(
        "kind: positive",
        "kind: [positive",
        "measure: {export-countries",
        0,
        "(file): found text"
    )]
    public async Task A_broken_rulebook_is_refused_with_its_place(
        string old,
        string now,
        string place,
        int further,
        string said
    )
    {
        using var input = new SmallInput();
        input.PretendOlderResult();
        var before = SmallInput.Picture(input.Out);
        var folder = Path.GetDirectoryName(Repository.Rulebook)!;
        Directory.CreateDirectory(input["tables"]);
        File.Copy(Repository.TechnologyTable, input["tables/technology.csv"]);
        var text = File.ReadAllText(Path.Combine(folder, "1402.yaml"));
        var at = text.IndexOf(old, StringComparison.Ordinal);
        text = text[..at] + now + text[(at + old.Length)..];
        File.WriteAllText(input["book.yaml"], text);
        var ran = await KarvanProgram.RunHere(
            "score",
            "--rulebook",
            input["book.yaml"],
            "--input",
            input.Folder,
            "--out",
            input.Out
        );
        Assert.Equal(2, ran.Exit);
        var wrong = text.IndexOf(place, StringComparison.Ordinal);
        Assert.True(wrong >= 0, place);
        var line = text[..wrong].Count(c => c == '\n') + 1;
        var column = wrong + further - text.LastIndexOf('\n', wrong);
        Assert.Contains(
            $"karvan: {input["book.yaml"]}:{line}:{column}: {said}",
            ran.Error,
            StringComparison.Ordinal
        );
        Assert.Equal(before, SmallInput.Picture(input.Out));
    }

    [Fact]
    public async Task The_version_is_a_number()
    {
        var ran = await KarvanProgram.RunHere("--version");
        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        Assert.Matches(@"^\d+\.\d+\.\d+\s*$", ran.Out);
    }

    [Theory]
    [InlineData("")]
    [InlineData("score")]
    [InlineData("explain")]
    [InlineData("demo")]
    [InlineData("technology")]
    [InlineData("rulebook")]
    [InlineData("rulebook check")]
    [InlineData("rulebook test")]
    [InlineData("rulebook diff")]
    [InlineData("rulebook schema")]
    public async Task Every_help_has_an_example(string command)
    {
        string[] words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var help in new[] { "--help", "-h", "-?" })
        {
            var ran = await KarvanProgram.RunHere([.. words, help]);
            Assert.Equal((0, ""), (ran.Exit, ran.Error));
            Assert.Contains("Example", ran.Out, StringComparison.Ordinal);
            Assert.Contains($"karvan {command}", ran.Out, StringComparison.Ordinal);
        }
    }
}
