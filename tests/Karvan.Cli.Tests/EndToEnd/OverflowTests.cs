using System.Text;
using Xunit;

namespace Karvan.Cli.Tests.EndToEnd;

/// <summary>Sums never overflow unseen: to the last gram that 64 bits hold the points are right, beyond it the input is refused.</summary>
public sealed class OverflowTests
{
    /// <summary>922,337 × 10¹³ g = 9,223,370,000,000,000,000 g; 2⁶³ − 1 is 9,223,372,036,854,775,807.</summary>
    private const int MostLines = 922_337;

    [Fact]
    public async Task The_largest_weights_score_exactly_and_one_more_is_refused()
    {
        using var input = new SmallInput();
        var header = Encoding.UTF8.GetBytes(SmallInput.DeclarationsHeader + "\n");
        var text = new StringBuilder(90 << 20);
        for (var i = 1; i <= MostLines; i++)
        {
            text.Append("H,")
                .Append(i)
                .Append(",export,1401-01-01,10380284790,842320,IQ,10000000000,10000000000\n");
        }
        File.WriteAllBytes(
            input["declarations.csv"],
            [.. header, .. Encoding.ASCII.GetBytes(text.ToString())]
        );
        var ran = await input.Score();
        Assert.True(ran.Exit == 0, ran.Error);
        // 1 USD/kg exactly: 1 point. 9.2 × 10¹⁵ USD in the last year: 200, and 60 % of it on average: 150.
        // Iraq is no priority market and new: 10. R3.1 14, R1.1 25, R4.1 20, R6.1 10.
        Assert.Contains(
            "03,1,10380284790,,430.00,winner,25.00,0.00,0.00,10.00,14.00,1.00,0.00,0.00,20.00,200.00,150.00,",
            input.Result("scores.csv"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\"1401\":\"9223370000000000.00\"",
            input.Result("explanations.jsonl"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\"1401\":\"9223370000000000.000\"",
            input.Result("explanations.jsonl"),
            StringComparison.Ordinal
        );

        await Weights_of_two_years_are_refused(input);

        // 2,036,854,775.807 kg are left to the edge: the last gram fits, one more does not.
        var left = $"H,0,export,1401-01-01,{SmallInput.Second},842320,IQ,0,2036854775.807";
        input.Add("declarations.csv", left);
        Assert.Equal(0, (await input.Score("--explain", "none")).Exit);
        var before = SmallInput.Picture(input.Out);
        input.Add(
            "declarations.csv",
            left.Replace("H,0,", "H,999999999,", StringComparison.Ordinal)
                .Replace("2036854775.807", "0.001", StringComparison.Ordinal)
        );
        ran = await input.Score();
        Assert.Equal(2, ran.Exit);
        Assert.Contains(
            $"declarations: found lines of {SmallInput.Second} in 1401 that add up to more than",
            ran.Error,
            StringComparison.Ordinal
        );
        Assert.Equal(before, SmallInput.Picture(input.Out));
    }

    /// <summary>Each of the two years fits 64 bits, both together do not, and a rulebook may ask for both.</summary>
    private static async Task Weights_of_two_years_are_refused(SmallInput input)
    {
        const string Years = "value-per-weight: {years: [last]}";
        using var scratch = new Scratch();
        var text = File.ReadAllText(Repository.Rulebook);
        Assert.Contains(Years, text, StringComparison.Ordinal);
        File.WriteAllText(
            scratch["book.yaml"],
            text.Replace(
                Years,
                "value-per-weight: {years: [last, last-1]}",
                StringComparison.Ordinal
            )
        );
        Directory.CreateDirectory(scratch["tables"]);
        File.Copy(Repository.TechnologyTable, scratch["tables/technology.csv"]);
        input.Write(
            "declarations-1400.csv",
            SmallInput.DeclarationsHeader,
            $"H,0,export,1400-01-01,{SmallInput.Second},842320,IQ,1,10000000000"
        );

        var ran = await KarvanProgram.RunHere([
            "score",
            "--rulebook",
            scratch["book.yaml"],
            "--input",
            input.Folder,
            "--out",
            scratch["out"],
        ]);

        File.Delete(input["declarations-1400.csv"]);
        Assert.Equal(2, ran.Exit);
        Assert.Contains(
            "found exports of one exporter in several years whose net weights add up to more than",
            ran.Error,
            StringComparison.Ordinal
        );
        Assert.False(Directory.Exists(scratch["out"]));
    }
}
