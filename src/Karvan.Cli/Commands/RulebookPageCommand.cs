using System.CommandLine;
using System.Text;
using Karvan.Cli.Terminal;
using Karvan.Rules.Explanations;
using Karvan.Rules.Pages;
using Karvan.Rules.Rulebooks;
using Karvan.Texts;

namespace Karvan.Cli.Commands;

/// <summary><c>karvan rulebook page</c>: a rulebook as pages that people read.</summary>
internal static class RulebookPageCommand
{
    private const string About = """
        Write a rulebook as a readable page in each language: every rule in words, its bands, its clause and the readings
        it rests on. The pages need nothing else: no script, no font, no network.

        Example:
          karvan rulebook page rulebooks/exemplary-exporter/1402.yaml --out docs/rulebooks
        """;

    public static Command Build(Argument<string> file)
    {
        var output = CheckedOption.PathTo("--out", "a folder");
        output.Description = "Folder to write.";
        output.HelpName = "DIR";
        var language = CheckedOption.OneOf("--lang", "both", "fa", "en");
        language.Description = "Languages to write.";
        var command = new Command("page", About) { file, output, language };
        command.SetAction(parsed =>
        {
            if (LoadedRulebook.OrSay(parsed.GetRequiredValue(file)) is not { } book)
            {
                return ExitCode.Unusable;
            }
            IReadOnlyList<Language> languages = parsed.GetValue(language) switch
            {
                "fa" => [Language.Persian],
                "en" => [Language.English],
                _ => [Language.Persian, Language.English],
            };
            return Write(book, languages, parsed.GetRequiredValue(output));
        });
        return command;
    }

    private static int Write(Rulebook book, IReadOnlyList<Language> languages, string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var language in languages)
            {
                var path = Path.Combine(folder, RulebookPage.FileName(book, language));
                var page = RulebookPage.Document(
                    book,
                    Wording.In(language),
                    linked: languages.Count > 1
                );
                File.WriteAllText(path, page, new UTF8Encoding(false));
                Say.Note(path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableRequestException(
                $"--out: found no folder that can be written ({e.Message}), expected one"
            );
        }
        return ExitCode.Good;
    }
}
