using System.Diagnostics;
using System.Text.RegularExpressions;
using Karvan.Platform.Persistence;
using Xunit;

namespace Karvan.Cli.Tests.Docs;

/// <summary>What the documents promise, run as they say it.</summary>
public sealed partial class DocsTests
{
    [Fact]
    public void Technology_shares_are_what_the_command_prints()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "technology-shares.md"));
        var input = Path.Combine(
            Repository.Root,
            "docs",
            "data",
            "iran-exports-hs6-2015-2024.csv.gz"
        );
        var (code, output, errors) = Program.Run(Repository.Root, "technology", "--input", input);
        Assert.True(code == 0, errors);
        Assert.EndsWith("\n\n" + output, page, StringComparison.Ordinal);
        Assert.Contains("| 2024 |", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_command_of_the_readme_runs()
    {
        using var scratch = new Scratch();
        foreach (var folder in new[] { "rulebooks", "docs" })
        {
            Directory.CreateSymbolicLink(scratch[folder], Path.Combine(Repository.Root, folder));
        }
        await MakeDatabase(scratch);
        var readme = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "README.md"),
            TestContext.Current.CancellationToken
        );
        var commands = Commands()
            .Matches(readme)
            .Select(m => m.Groups["command"].Value)
            .Where(c => !c.Contains("COMMAND", StringComparison.Ordinal))
            .ToList();
        Assert.True(commands.Count >= 7, string.Join('\n', commands));
        foreach (var command in commands)
        {
            var words = command
                .Replace(" ID ", " " + FirstExporter(scratch) + " ", StringComparison.Ordinal)
                .Replace("--out docs/rulebooks", "--out out/pages", StringComparison.Ordinal);
            var (code, _, errors) = Program.Run(scratch.Folder, words.Split(' '));
            Assert.True(code == 0, $"{words}: exit code {code}\n{errors}");
        }
    }

    /// <summary>A new reader sees where the ids are that explain asks for.</summary>
    [Fact]
    public async Task The_readme_says_where_ids_stand()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        Assert.Contains(
            "`exporter_id`, the third column of `scores.csv`",
            readme,
            StringComparison.Ordinal
        );
        using var input = new EndToEnd.SmallInput();
        await input.Score();
        Assert.Equal("exporter_id", input.Result("scores.csv").Split(',')[2]);
    }

    /// <summary>Where <c>./run</c>, which the README names before, keeps its database.</summary>
    private static async Task MakeDatabase(Scratch scratch)
    {
        var file = scratch[Path.Combine("artifacts", "data", "karvan.db")];
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using var db = Databases.Open($"Data Source={file};Pooling=False", WriteGate.Any());
        await Databases.Migrate(db);
    }

    private static string FirstExporter(Scratch scratch)
    {
        var scores = scratch[Path.Combine("out", "r", "scores.csv")];
        return File.Exists(scores) ? File.ReadLines(scores).ElementAt(1).Split(',')[2] : "";
    }

    [GeneratedRegex(@"^(?:\| [^|]*\| `)?\./karvan (?<command>[^`\n]+)", RegexOptions.Multiline)]
    private static partial Regex Commands();
}

/// <summary>Runs the built program as a person would.</summary>
internal static class Program
{
    public static (int Code, string Output, string Errors) Run(
        string folder,
        params string[] arguments
    )
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(
            Path.Combine(Repository.Root, "artifacts", "bin", "Karvan.Cli", "release", "karvan.dll")
        );
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        using var process =
            Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.GetAwaiter().GetResult());
    }
}
