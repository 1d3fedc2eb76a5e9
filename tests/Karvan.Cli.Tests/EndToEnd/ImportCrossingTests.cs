using Karvan.Cli.Commands;
using Karvan.Testing.Databases;
using Xunit;
using static Karvan.Cli.Tests.EndToEnd.ImportScratch;

namespace Karvan.Cli.Tests.EndToEnd;

/// <summary>What <c>karvan import</c> says of lines that stand under two exporters.</summary>
public sealed class ImportCrossingTests
{
    /// <summary>They were accepted and yet count for nobody: said here as on the page.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Lines_under_two_exporters_are_told(Provider provider)
    {
        await using var scratch = await On(provider);
        var once = scratch.File("one.csv", Header + Line("A1", "100"));
        var ran = await scratch.Import(once, "--profile", ProfileName, "--commit");
        Assert.Equal((ExitCode.Good, ""), (ran.Exit, ran.Error));
        var again = scratch.File(
            "other.csv",
            Header + Line("A1", "100").Replace(Exporter, Other, StringComparison.Ordinal)
        );
        ran = await scratch.Import(again, "--profile", ProfileName);
        Assert.Equal(ExitCode.Good, ran.Exit);
        Assert.Contains(
            "1 accepted lines are listed under another exporter too",
            ran.Error,
            StringComparison.Ordinal
        );
    }
}
