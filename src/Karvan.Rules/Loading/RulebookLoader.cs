using Karvan.Rules.Grammar;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Text;

namespace Karvan.Rules.Loading;

/// <summary>
/// Turns the text of a rulebook into a checked <see cref="Rulebook"/>, or says everything that is wrong with it.
/// It never guesses: an unknown key, a gap, an overlap or a sum that does not fit refuses the whole book.
/// </summary>
public static class RulebookLoader
{
    /// <param name="text">The YAML text.</param>
    /// <param name="file">How messages name the file.</param>
    /// <param name="readBeside">Reads a file that stands beside the book, or null when it is not there.</param>
    /// <param name="choices">Readings to swap, by id; the others keep the book's choice.</param>
    public static RulebookLoad Load(
        string text,
        string file,
        Func<string, byte[]?> readBeside,
        IReadOnlyDictionary<string, string>? choices = null
    )
    {
        ArgumentNullException.ThrowIfNull(readBeside);
        var problems = new Problems(file);
        TextNode content;
        try
        {
            content = YamlTree.Parse(text);
        }
        catch (YamlTreeException e)
        {
            problems.Add(e.At, "", "not-yaml", e.Found, e.Expected);
            return RulebookLoad.Refused(problems.All);
        }
        RulebookGrammar.Rulebook.Check(content, "", problems);
        if (problems.Any)
        {
            return RulebookLoad.Refused(problems.All);
        }
        var tables = new TableReader(readBeside);
        var swapped = Readings.Swap(
            content,
            choices ?? new Dictionary<string, string>(StringComparer.Ordinal),
            problems
        );
        var rulebook = swapped is null ? null : Bind(swapped, tables, problems);
        if (!problems.Any)
        {
            CheckAlternatives(content, tables, problems);
        }
        return rulebook is null || problems.Any
            ? RulebookLoad.Refused(problems.All)
            : RulebookLoad.Loaded(rulebook);
    }

    /// <summary>Every other answer of every reading must give a book that loads, whether or not anybody asks for it.</summary>
    private static void CheckAlternatives(TextNode content, TableReader tables, Problems problems)
    {
        if (Readings.AnySwapped(content))
        {
            // The content of a result: its patches were put in already, and checked when they were.
            return;
        }
        foreach (var (reading, choice) in Readings.Alternatives(content))
        {
            var choices = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [reading] = choice,
            };
            if (Readings.Swap(content, choices, problems) is { } swapped)
            {
                Bind(swapped, tables, problems);
            }
            if (problems.Any)
            {
                return;
            }
        }
    }

    private static Rulebook? Bind(TextNode content, TableReader tables, Problems problems)
    {
        RulebookGrammar.Rulebook.Check(content, "", problems);
        return problems.Any
            ? null
            : new BookBinder(new Cursor(content, "", problems), tables).Bind();
    }
}
