using System.CommandLine;
using System.Text;
using System.Text.Json;
using Karvan.Cli.Output;
using Karvan.Cli.Terminal;
using Karvan.Rules.Explanations;
using Karvan.Texts;

namespace Karvan.Cli.Commands;

/// <summary><c>karvan explain</c>: one exporter's score card, from a result alone.</summary>
internal static class ExplainCommand
{
    private const string About = """
        Print the score card of one exporter from a result folder: every criterion with its points, numbers, band,
        clause and reading, and what would earn the next points.

        Examples:
          karvan explain --result out/r --exporter 10686693776 --lang en
          karvan explain --result out/r --exporter 10686693776 --lang fa | less
        """;

    public static Command Build()
    {
        var result = CheckedOption.PathTo("--result", "a folder that karvan score wrote");
        result.Description = "A folder that karvan score wrote.";
        result.HelpName = "DIR";
        var exporter = new Option<string>("--exporter")
        {
            Description = "Legal id or national code, as exporter_id in scores.csv.",
            Required = true,
            HelpName = "ID",
        };
        var language = CheckedOption.OneOf("--lang", "fa", "en");
        language.Description = "Language of the card.";
        var command = new Command("explain", About) { result, exporter, language };
        command.SetAction(parsed =>
            Run(
                parsed.GetRequiredValue(result),
                Numerals.Latin(parsed.GetRequiredValue(exporter)).Trim(),
                parsed.GetValue(language) is "en"
            )
        );
        return command;
    }

    private static int Run(string folder, string exporter, bool english)
    {
        var result = WholeResult.Open(folder);
        var book = RulebookCopy.Load(folder);
        var path = result.Explanations();
        var line =
            ExplanationLines.Find(path, exporter)
            ?? throw new UnusableRequestException(
                $"--exporter: found no {exporter} in {path}, expected an exporter_id of scores.csv beside it"
            );
        Explanation explanation;
        try
        {
            explanation = Explanation.Parse(line);
        }
        catch (JsonException e)
        {
            throw new UnusableRequestException($"{path}: {e.Message}");
        }
        if (!string.Equals(explanation.RulebookHash, book.Hash, StringComparison.Ordinal))
        {
            throw new UnusableRequestException(
                $"{path}: found an explanation by rulebook {explanation.RulebookHash}, expected {book.Hash}, the one beside it; the folder holds parts of two results"
            );
        }
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        output.NewLine = "\n";
        new ScoreCard(book, english ? Wording.English : Wording.Persian).Write(explanation, output);
        return ExitCode.Good;
    }
}
