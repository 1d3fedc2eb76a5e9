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
        var tables = new TableReader(readBeside);
        if (Bind(content, tables, problems) is not { } book)
        {
            return RulebookLoad.Refused(problems.All);
        }
        if (!Interpretations.AreSwapped(new Cursor(content, "", problems)))
        {
            AlternativesCheck.Run(book, file, (c, p) => Bind(c, tables, p), problems);
        }
        if (!problems.Any && choices is { Count: > 0 })
        {
            return Choose(book, file, tables, choices);
        }
        return problems.Any ? RulebookLoad.Refused(problems.All) : RulebookLoad.Loaded(book);
    }

    /// <summary>A book that was loaded, with other answers: all its readings have been tried already.</summary>
    /// <param name="choices">Readings to swap, by id; the others keep the book's choice.</param>
    public static RulebookLoad Under(
        Rulebook book,
        string file,
        Func<string, byte[]?> readBeside,
        IReadOnlyDictionary<string, string> choices
    )
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(choices);
        return choices.Count == 0
            ? RulebookLoad.Loaded(book)
            : Choose(book, file, new TableReader(readBeside), choices);
    }

    /// <summary>Each answer alone has been tried; several together may still contradict each other.</summary>
    private static RulebookLoad Choose(
        Rulebook book,
        string file,
        TableReader tables,
        IReadOnlyDictionary<string, string> choices
    )
    {
        var asked = new Problems(file);
        if (!Interpretations.Know(book.Content, choices, asked))
        {
            return RulebookLoad.Refused(asked.All);
        }
        var names = choices
            .OrderBy(c => c.Key, StringComparer.Ordinal)
            .Select(c => $"{c.Key}={c.Value}");
        var problems = new Problems(file, string.Join(", ", names));
        var swapped = Interpretations.Swap(book.Content, choices, problems);
        return swapped is not null && Bind(swapped, tables, problems) is { } chosen
            ? RulebookLoad.Loaded(chosen)
            : RulebookLoad.Refused(problems.All);
    }

    private static Rulebook? Bind(TextNode content, TableReader tables, Problems problems)
    {
        RulebookGrammar.Rulebook.Check(content, "", problems);
        return problems.Any
            ? null
            : new BookBinder(new Cursor(content, "", problems), tables).Bind();
    }
}
