using Xunit;

namespace Karvan.Cli.Tests.EndToEnd;

/// <summary>The program itself: exit codes, and what it says where.</summary>
public sealed class ExitCodeTests
{
    [Fact]
    public async Task Nothing_rejected_is_0_and_silent()
    {
        using var input = new SmallInput();
        var ran = await KarvanProgram.Run(input.Arguments());
        Assert.Equal(new Ran(0, "", ""), ran);
        Assert.Empty(input.Rejected());
        Assert.Equal(
            ["explanations.jsonl", "rejected.csv", "report.json", "rulebook", "scores.csv"],
            Directory
                .EnumerateFileSystemEntries(input.Out)
                .Select(path => Path.GetFileName(path)!)
                .Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
    }

    /// <summary>
    /// Worked out by hand. Second: R1.1 25; R1.2 nothing three years long; R2.1 Iraq is no priority market: 0;
    /// R2.2 Iraq was served in 1400: 0; R3.1 842320 is medium: 20 × 70 % = 14; R3.2 700,000 ÷ 35,000 = 20 USD/kg: 5;
    /// R4.1 60 % × 695,000 + … above zero: 20; R4.2 700,000: 20; R4.3 420,000 + 60,000 + 10,000 = 490,000: 10;
    /// R6.1 one country: 10. Third: R1.1 25, R2.2 10, R3.1 14, R3.2 90,000 ÷ 30 = 3000: 60, R3.4 7.5, R4.1 20.
    /// </summary>
    [Fact]
    public async Task Scores_are_those_worked_out_by_hand()
    {
        using var input = new SmallInput();
        await input.Score();
        Assert.Equal(
            $"""
            province,rank,exporter_id,product_group,total,status,R1.1,R1.2,R2.1,R2.2,R3.1,R3.2,R3.3,R3.4,R4.1,R4.2,R4.3,R5.1,R5.2,R6.1,R6.2,R6.3,R6.4,R6.5,R6.6,R6.7,R6.8,R6.9,R6.10,R6.11,R6.12,R6.13
            03,1,{SmallInput.Second},,104.00,winner,25.00,0.00,0.00,0.00,14.00,5.00,0.00,0.00,20.00,20.00,10.00,0.00,0.00,10.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00
            03,2,{SmallInput.First},metals,0.00,awaiting-compliance,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00
            23,1,{SmallInput.Third},machinery,136.50,winner,25.00,0.00,0.00,10.00,14.00,60.00,0.00,7.50,20.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00

            """.ReplaceLineEndings("\n"),
            input.Result("scores.csv")
        );
    }

    [Fact]
    public async Task Some_rejected_is_3_with_counts_and_the_way_to_them()
    {
        using var input = new SmallInput();
        input.Add("declarations.csv", "EX9,1,export,1401-13-01,x,842320,IQ,1,1", "EX9,2");
        input.Add(
            "declarations.csv",
            $"EX9,3,export,1401-11-01,{SmallInput.Second},842320,IQ,-5,1"
        );
        input.Add(
            "declarations.csv",
            $"EX9,4,export,1401-11-01,{SmallInput.Second},842320,IQ,5.,1"
        );
        var ran = await KarvanProgram.Run(input.Arguments(), ("NO_COLOR", "1"));
        Assert.Equal((3, ""), (ran.Exit, ran.Out));
        Assert.Equal(
            $"karvan: 4 rows rejected: bad-number 2, wrong-field-count 1, bad-date 1; see {Path.Combine(input.Out, "rejected.csv")}\n"
                + "  bad-number: Not a valid number\n"
                + "  wrong-field-count: Number of fields differs from the header\n"
                + "  bad-date: Not a valid date\n",
            ran.Error.ReplaceLineEndings("\n")
        );
        Assert.Equal(
            [
                "declarations.csv,7,bad-date,date,1401-13-01",
                "declarations.csv,8,wrong-field-count,,\"2 fields, the header has 9\"",
                "declarations.csv,9,bad-number,value_usd,-5",
                "declarations.csv,10,bad-number,value_usd,5.",
            ],
            input.Rejected()
        );
    }

    [Fact]
    public async Task Unusable_input_is_2_and_writes_nothing()
    {
        using var input = new SmallInput();
        File.Delete(input["evidence.csv"]);
        var ran = await KarvanProgram.Run(input.Arguments());
        Assert.Equal((2, ""), (ran.Exit, ran.Out));
        Assert.Equal(
            $"karvan: {input.Folder}: found no evidence.csv, expected one; all four inputs are required\n",
            ran.Error.ReplaceLineEndings("\n")
        );
        Assert.False(Path.Exists(input.Out));
    }

    [Fact]
    public async Task A_pipe_gets_neither_escape_codes_nor_tabs()
    {
        using var input = new SmallInput();
        input.Add("declarations.csv", "EX9,2");
        var score = await KarvanProgram.Run(input.Arguments(), ("TERM", "xterm-256color"));
        var card = await KarvanProgram.Run([
            "explain",
            "--result",
            input.Out,
            "--exporter",
            SmallInput.Second,
            "--lang",
            "fa",
        ]);
        var help = await KarvanProgram.Run(["score", "--help"], ("TERM", "xterm-256color"));
        var wrong = await KarvanProgram.Run(["score", "--oops"], ("TERM", "xterm-256color"));
        Assert.Equal((3, 0, 0, 2), (score.Exit, card.Exit, help.Exit, wrong.Exit));
        var all = string.Concat(new[] { score, card, help, wrong }.Select(r => r.Out + r.Error));
        Assert.DoesNotContain('\e', all);
        Assert.DoesNotContain('\t', all);
        Assert.DoesNotContain('\r', all);
    }
}
