using System.Diagnostics;
using Xunit;

namespace Karvan.Cli.Tests.EndToEnd;

/// <summary>What a person at a terminal sees while a command works.</summary>
public sealed class TerminalTests
{
    [Fact]
    public async Task Every_stage_of_score_is_named()
    {
        using var input = new SmallInput();
        input.Pack("declarations.csv");
        var seen = await AtTerminal(input.Arguments());
        var at = 0;
        foreach (
            var stage in new[]
            {
                "reading",
                "settling repeated lines, adding up",
                "scoring",
                "writing scores",
                "writing explanations",
                "writing rejected rows and the report",
                "3 exporters, 2 winners",
            }
        )
        {
            var found = seen.IndexOf(stage, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"{stage} is not in or out of its place in: {seen}");
            at = found;
        }
        Assert.DoesNotContain(
            "reading",
            await AtTerminal(input.Arguments("--progress", "none")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Demo_tells_what_it_does()
    {
        using var scratch = new Scratch();
        string[] demo = ["demo", "--exporters", "20", "--lines", "500", "--out", scratch["d"]];
        var seen = await AtTerminal(demo);
        Assert.Contains("\e[Kmaking up firms", seen, StringComparison.Ordinal);
        Assert.Contains("\e[Kwriting", seen, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "making up firms",
            await AtTerminal([.. demo, "--progress", "none"]),
            StringComparison.Ordinal
        );
    }

    /// <summary>script(1) gives a program a terminal of its own.</summary>
    private static async Task<string> AtTerminal(string[] arguments)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"),
            "There is no script(1) here."
        );
        var words = arguments.Prepend(KarvanProgram.Path).Prepend("dotnet").Select(w => $"'{w}'");
        var start = new ProcessStartInfo(
            "/usr/bin/script",
            ["-qec", string.Join(' ', words), "/dev/null"]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        start.Environment["NO_COLOR"] = "1";
        using var process = Process.Start(start)!;
        var seen = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, seen);
        return seen;
    }
}
