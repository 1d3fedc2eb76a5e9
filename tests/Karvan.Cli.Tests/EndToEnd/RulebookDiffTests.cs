using Xunit;

namespace Karvan.Cli.Tests.EndToEnd;

/// <summary><c>karvan rulebook diff</c> says in both languages what differs between two rulebooks.</summary>
public sealed class RulebookDiffTests
{
    private static readonly string Earlier = Path.Combine(
        Repository.Root,
        "rulebooks",
        "exemplary-exporter",
        "earlier",
        "1402-1.yaml"
    );

    [Fact]
    public async Task Versions_of_a_rulebook_are_compared()
    {
        var ran = await KarvanProgram.RunHere("rulebook", "diff", Earlier, Repository.Rulebook);
        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        Assert.Contains("version: from 1 to 2", ran.Out, StringComparison.Ordinal);
        var persian = await KarvanProgram.RunHere(
            "rulebook",
            "diff",
            Earlier,
            Repository.Rulebook,
            "--lang",
            "fa"
        );
        Assert.Contains("نسخه: از ۱ به ۲", persian.Out, StringComparison.Ordinal);
        var same = await KarvanProgram.RunHere(
            "rulebook",
            "diff",
            Repository.Rulebook,
            Repository.Rulebook
        );
        Assert.Equal((0, ""), (same.Exit, same.Out));
    }
}
