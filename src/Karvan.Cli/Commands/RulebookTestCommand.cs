using System.CommandLine;
using Karvan.Cli.Terminal;
using Karvan.Rules.Cases;
using Karvan.Trade.Inputs;

namespace Karvan.Cli.Commands;

/// <summary><c>karvan rulebook test</c>: runs the worked cases that stand beside a rulebook.</summary>
internal static class RulebookTestCommand
{
    private const string About = """
        Run the worked cases beside a rulebook (cases/YEAR/*.yaml): inputs and the points that follow by hand.

        Exit codes: 0 all pass; 1 some fail; 2 the rulebook or a case file does not load, or there are no cases.

        Example:
          karvan rulebook test rulebooks/exemplary-exporter/1402.yaml
        """;

    public static Command Build()
    {
        var file = RulebookCommand.FileArgument();
        var command = new Command("test", About) { file };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(file)));
        return command;
    }

    private static int Run(string file)
    {
        if (LoadedRulebook.OrSay(file) is not { } book)
        {
            return ExitCode.Unusable;
        }
        var folder = Path.Combine(Path.GetDirectoryName(file) ?? "", "cases", $"{book.Year}");
        var files = Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).ToList()
            : [];
        if (files.Count == 0)
        {
            throw new UnusableRequestException(
                $"{folder}: found no worked cases, expected *.yaml files"
            );
        }
        var books = new RulebookVariants(choices => RulebookFile.Load(file, choices));
        var loads = files.ConvertAll(path => CaseFile.Read(File.ReadAllText(path), path, books));
        foreach (var problem in loads.SelectMany(l => l.Problems))
        {
            Say.Error(problem.ToString());
        }
        if (loads.Exists(l => l.Problems.Count > 0))
        {
            return ExitCode.Unusable;
        }
        var results = CaseRunner.Run(books, [.. loads.SelectMany(l => l.Cases)]);
        foreach (var line in CaseReport.Lines(results))
        {
            Console.WriteLine(line);
        }
        return results.All(r => r.Passed) ? ExitCode.Good : ExitCode.Fault;
    }
}
