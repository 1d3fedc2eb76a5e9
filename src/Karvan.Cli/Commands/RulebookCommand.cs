using System.CommandLine;
using Karvan.Cli.Terminal;
using Karvan.Rules.Grammar;

namespace Karvan.Cli.Commands;

/// <summary><c>karvan rulebook</c>: check, diff, page, schema.</summary>
internal static class RulebookCommand
{
    public static Command Build()
    {
        var command = new Command(
            "rulebook",
            """
            Check, test, compare and print rulebooks.

            Example:
              karvan rulebook check rulebooks/exemplary-exporter/1402.yaml
            """
        );
        command.Subcommands.Add(Check());
        command.Subcommands.Add(RulebookTestCommand.Build());
        command.Subcommands.Add(RulebookDiffCommand.Build());
        command.Subcommands.Add(Schema());
        command.Subcommands.Add(RulebookPageCommand.Build(FileArgument()));
        return command;
    }

    /// <summary>The rulebook a command is about.</summary>
    public static Argument<string> FileArgument()
    {
        var file = CheckedOption.File("FILE", "a rulebook, a YAML file");
        file.Description = "The rulebook, a YAML file.";
        return file;
    }

    private static Command Check()
    {
        var file = FileArgument();
        var command = new Command(
            "check",
            """
            Load a rulebook with all its readings and say everything that is wrong with it.

            Example:
              karvan rulebook check rulebooks/exemplary-exporter/1402.yaml
            """
        )
        {
            file,
        };
        command.SetAction(parsed =>
        {
            if (LoadedRulebook.OrSay(parsed.GetRequiredValue(file)) is not { } book)
            {
                return ExitCode.Unusable;
            }
            Console.WriteLine($"{book.Id} {book.Year} version {book.Version}: good");
            Console.WriteLine(
                $"  {book.Criteria.Count} criteria, {book.Gates.Count} gates, {book.Total.Plain} points"
            );
            Console.WriteLine(
                $"  {book.Readings.Count} readings, {book.Readings.Count(r => r.Decided is null)} undecided, {book.Readings.Sum(r => r.Choices.Count - 1)} other answers, each loads"
            );
            Console.WriteLine($"  hash {book.Hash}");
            return ExitCode.Good;
        });
        return command;
    }

    private static Command Schema()
    {
        var command = new Command(
            "schema",
            """
            Print the JSON schema of rulebook files, for editors.

            Example:
              karvan rulebook schema > rulebooks/rulebook.schema.json
            """
        );
        command.SetAction(_ =>
        {
            Console.Write(RulebookSchema.Write());
            return ExitCode.Good;
        });
        return command;
    }
}
