using System.CommandLine;
using Karvan.Cli.Terminal;
using Karvan.Rules.Differences;
using Karvan.Texts;

namespace Karvan.Cli.Commands;

/// <summary><c>karvan rulebook diff</c>: what differs between two rulebooks, in words.</summary>
internal static class RulebookDiffCommand
{
    private const string About = """
        Say in words what differs between a rulebook and the one before it.

        Example:
          karvan rulebook diff rulebooks/exemplary-exporter/earlier/1402-1.yaml rulebooks/exemplary-exporter/1402.yaml
        """;

    public static Command Build()
    {
        var before = CheckedFile("BEFORE", "The rulebook before, a YAML file.");
        var after = CheckedFile("AFTER", "The rulebook after, a YAML file.");
        var language = CheckedOption.OneOf("--lang", "en", "fa");
        language.Description = "Language of the words.";
        var command = new Command("diff", About) { before, after, language };
        command.SetAction(parsed =>
        {
            if (
                LoadedRulebook.OrSay(parsed.GetRequiredValue(before)) is not { } old
                || LoadedRulebook.OrSay(parsed.GetRequiredValue(after)) is not { } now
            )
            {
                return ExitCode.Unusable;
            }
            var spoken = parsed.GetValue(language) is "fa" ? Language.Persian : Language.English;
            foreach (var part in RulebookDifference.Between(old, now, spoken))
            {
                Console.WriteLine(part.Title);
                foreach (var sentence in part.Sentences)
                {
                    Console.WriteLine($"  {sentence}");
                }
            }
            return ExitCode.Good;
        });
        return command;
    }

    private static Argument<string> CheckedFile(string name, string about)
    {
        var file = CheckedOption.File(name, "a rulebook, a YAML file");
        file.Description = about;
        return file;
    }
}
