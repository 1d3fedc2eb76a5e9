using System.Diagnostics;
using Xunit;

namespace Karvan.Cli.Tests.EndToEnd;

/// <summary>A run that is stopped takes away what it made.</summary>
public sealed class InterruptTests
{
    /// <summary>A pipe that never ends stands for a file that takes long. (Shells let their jobs ignore INT; TERM is never ignored.)</summary>
    [Theory]
    [InlineData("-TERM")]
    [InlineData("-INT")]
    public async Task An_interrupt_leaves_the_older_result(string signal)
    {
        Assert.SkipWhen(
            signal is "-INT" && IgnoresInterrupts(),
            "The tests run where interrupts are ignored."
        );
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no named pipes in folders.");
        using var input = new SmallInput();
        input.PretendOlderResult();
        var before = SmallInput.Picture(input.Out);
        File.Delete(input["declarations.csv"]);
        await Command("mkfifo", input["declarations.csv"]);
        using var process = KarvanProgram.Start(input.Arguments());
        // Opening waits until the program reads.
        await using (
            var pipe = new FileStream(input["declarations.csv"], FileMode.Open, FileAccess.Write)
        )
        {
            var lines = string.Concat(Enumerable.Repeat(SmallInput.GoodLine + "\n", 20_000));
            await using var writer = new StreamWriter(pipe);
            await writer.WriteAsync(SmallInput.DeclarationsHeader + "\n" + lines);
            await writer.FlushAsync(TestContext.Current.CancellationToken);
            await Command(
                "kill",
                signal,
                process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)
            );
            try
            {
                while (!process.HasExited)
                {
                    await writer.WriteAsync(lines);
                }
            }
            catch (IOException)
            {
                // The program is gone, and nobody reads any more.
            }
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(130, process.ExitCode);
            var error = await process.StandardError.ReadToEndAsync(
                TestContext.Current.CancellationToken
            );
            Assert.Contains("nothing was written", error, StringComparison.Ordinal);
            Assert.Equal(before, SmallInput.Picture(input.Out));
        }
    }

    /// <summary>Children inherit that a signal is ignored: bit 1 of the mask is signal 2.</summary>
    private static bool IgnoresInterrupts() =>
        File.ReadAllLines("/proc/self/status")
            .Where(l => l.StartsWith("SigIgn:", StringComparison.Ordinal))
            .Any(l => (Convert.ToUInt64(l[7..].Trim(), 16) & 2) != 0);

    private static async Task Command(string name, params string[] arguments)
    {
        using var process = Process.Start(name, arguments);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
