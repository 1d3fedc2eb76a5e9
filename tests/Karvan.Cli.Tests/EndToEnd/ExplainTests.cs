using Karvan.Cli.Terminal;
using Xunit;

namespace Karvan.Cli.Tests.EndToEnd;

/// <summary>karvan explain: one card out of a result.</summary>
public sealed class ExplainTests
{
    [Fact]
    public async Task Every_firm_of_a_result_is_found()
    {
        using var scratch = new Scratch();
        await KarvanProgram.RunHere(
            "demo",
            "--exporters",
            "300",
            "--lines",
            "3000",
            "--seed",
            "8",
            "--out",
            scratch["in"]
        );
        await KarvanProgram.RunHere(
            "score",
            "--rulebook",
            Repository.Rulebook,
            "--input",
            scratch["in"],
            "--out",
            scratch["out"]
        );
        var path = Path.Combine(scratch["out"], "explanations.jsonl");
        var lines = File.ReadAllLines(path);
        Assert.Equal(300, lines.Length);
        foreach (var line in lines)
        {
            var id = line.Split('"')[3];
            Assert.Equal(
                line,
                System.Text.Encoding.UTF8.GetString(Output.ExplanationLines.Find(path, id)!)
            );
        }
        foreach (var id in new[] { "", "0", "0499370899", "10380284790", "99999999999", "x" })
        {
            Assert.Equal(
                lines.Any(l => l.Split('"')[3] == id),
                Output.ExplanationLines.Find(path, id) is not null
            );
        }
    }

    /// <summary>The lines are longer than the window in which the search looks for their beginnings.</summary>
    [Fact]
    public void Long_lines_are_found()
    {
        using var scratch = new Scratch();
        string[] ids = ["1", "3", "5", "7", "9"];
        var lines = ids.Select(
                (id, i) =>
                    $"{{\"exporter\":\"{id}\",\"name\":\"{new string('n', i % 2 == 0 ? 200_000 : 3)}\"}}"
            )
            .ToList();
        foreach (var end in new[] { "\n", "" })
        {
            File.WriteAllText(scratch["e.jsonl"], string.Join('\n', lines) + end);
            for (var id = 0; id <= 10; id++)
            {
                var found = Output.ExplanationLines.Find(scratch["e.jsonl"], $"{id}");
                Assert.Equal(
                    id % 2 == 1 ? lines[id / 2] : null,
                    found is null ? null : System.Text.Encoding.UTF8.GetString(found)
                );
            }
        }
        File.WriteAllText(scratch["empty.jsonl"], "");
        Assert.Null(Output.ExplanationLines.Find(scratch["empty.jsonl"], "1"));
    }

    [Theory]
    [InlineData("en", SmallInput.First)]
    [InlineData("fa", SmallInput.Third)]
    [InlineData("fa", " ١٠٣٨٠٢٨٤٧٩٠ ")]
    public async Task A_card_names_every_criterion(string language, string exporter)
    {
        using var input = new SmallInput();
        await input.Score();
        var ran = await KarvanProgram.Run([
            "explain",
            "--result",
            input.Out,
            "--exporter",
            exporter,
            "--lang",
            language,
        ]);
        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        foreach (var criterion in Repository.Book1402.Criteria)
        {
            Assert.Contains(criterion.Id, ran.Out, StringComparison.Ordinal);
            Assert.Contains(
                language == "en" ? criterion.Title.En : criterion.Title.Fa,
                ran.Out,
                StringComparison.Ordinal
            );
        }
        Assert.Contains("R7.1", ran.Out, StringComparison.Ordinal);
        Assert.Contains("R7.2", ran.Out, StringComparison.Ordinal);
    }

    /// <summary>By hand: 700,000 of 900,000 for the next band of R4.2; 490,000 of 500,000 of R4.3, so 10,000 ÷ 60 %; 40 × 35,000 kg − 700,000 for R3.2.</summary>
    [Fact]
    public async Task A_card_says_what_is_missing()
    {
        using var input = new SmallInput();
        await input.Score();
        var ran = await KarvanProgram.Run([
            "explain",
            "--result",
            input.Out,
            "--exporter",
            SmallInput.Second,
            "--lang",
            "en",
        ]);
        foreach (
            var said in new[]
            {
                "104.00 of 1,000",
                "200,000 USD more exports in 1401 bring the score to 25",
                "16,666.67 USD more exports in 1401 bring the score to 15",
                "700,000 USD more at the same weight (40 USD/kg) brings the score to 7",
            }
        )
        {
            Assert.Contains(said, ran.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Questions_without_an_answer_are_2_with_advice()
    {
        using var input = new SmallInput();
        await input.Score();
        await Refused(input, "14003552272", "--exporter: found no 14003552272");
        await Refused(input, "", "--exporter: found no ");
        await Refused(input, "1", "expected an exporter_id of scores.csv beside it");
        File.Delete(Path.Combine(input.Out, "rulebook", "tables", "technology.csv"));
        await Refused(input, SmallInput.Second, "technology.csv");
        await input.Score("--explain", "none");
        await Refused(input, SmallInput.Second, "run karvan score with --explain all");
    }

    /// <summary>The search lands on lines by their place alone, and must notice what is none.</summary>
    [Theory]
    [InlineData("nonsense\n")]
    [InlineData("{\"exporter\":\"")]
    [InlineData("\0\0\0")]
    public void What_is_no_explanation_is_refused(string text)
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch["e.jsonl"], text);
        var refused = Assert.Throws<UnusableRequestException>(() =>
            Output.ExplanationLines.Find(scratch["e.jsonl"], SmallInput.Second)
        );
        Assert.Contains("no explanation", refused.Message, StringComparison.Ordinal);
    }

    private static async Task Refused(SmallInput input, string exporter, string message)
    {
        var ran = await KarvanProgram.RunHere(
            "explain",
            "--result",
            input.Out,
            "--exporter",
            exporter
        );
        Assert.Equal((2, ""), (ran.Exit, ran.Out));
        Assert.Contains(message, ran.Error, StringComparison.Ordinal);
    }
}
