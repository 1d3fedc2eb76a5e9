using Karvan.Rules.Grammar;
using Karvan.Rules.Loading;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Text;

namespace Karvan.Rules.Cases;

/// <summary>The cases of one file, or every reason why it is refused; never both.</summary>
public sealed record CaseLoad(
    IReadOnlyList<WorkedCase> Cases,
    IReadOnlyList<RulebookProblem> Problems
);

/// <summary>
/// Reads worked cases from YAML. Every name in them (criteria, readings, groups, levels) is checked against the
/// book, so that a slip of the pen is a message with a place and not a case that tests nothing.
/// </summary>
public static class CaseFile
{
    /// <param name="text">The YAML text.</param>
    /// <param name="file">How messages name the file.</param>
    /// <param name="books">The rulebook the cases stand beside.</param>
    public static CaseLoad Read(string text, string file, RulebookVariants books)
    {
        ArgumentNullException.ThrowIfNull(books);
        var own = books.AsItStands;
        if (own.Rulebook is not { } book)
        {
            return new CaseLoad([], own.Problems);
        }
        var problems = new Problems(file);
        TextNode content;
        try
        {
            content = YamlTree.Parse(text, "worked cases");
        }
        catch (YamlTreeException e)
        {
            problems.Add(e.At, "", "not-yaml", e.Found, e.Expected);
            return new CaseLoad([], problems.All);
        }
        CaseGrammar.File.Check(content, "", problems);
        if (problems.Any)
        {
            return new CaseLoad([], problems.All);
        }
        var cases = Bind(new Cursor(content, "", problems), file, books, book);
        return problems.Any ? new CaseLoad([], problems.All) : new CaseLoad(cases, []);
    }

    private static List<WorkedCase> Bind(
        Cursor content,
        string file,
        RulebookVariants books,
        Rulebook book
    )
    {
        var binder = new CaseBinder(file, books, book, content.Maybe("lines"));
        var cases = new List<WorkedCase>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in content["cases"].Items)
        {
            if (!names.Add(entry["name"].Text))
            {
                entry["name"]
                    .Refuse(
                        "repeated-name",
                        $"'{entry["name"].Text}' a second time",
                        "each name once"
                    );
            }
            foreach (var single in CaseTable.Rows(entry, book))
            {
                if (binder.Bind(single) is { } bound)
                {
                    cases.Add(bound);
                }
            }
        }
        return cases;
    }
}
