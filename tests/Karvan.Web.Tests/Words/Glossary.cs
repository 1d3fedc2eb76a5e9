using System.Text.RegularExpressions;
using Karvan.Texts;

namespace Karvan.Web.Tests.Words;

/// <summary>One term of <c>docs/glossary.md</c>.</summary>
/// <param name="Not">Words that are not used for it, in both languages.</param>
internal sealed record GlossaryTerm(
    string Persian,
    string English,
    string Code,
    IReadOnlyList<GlossaryWord> Not
)
{
    public string In(Language language) => language is Language.Persian ? Persian : English;
}

/// <summary>A word that no text uses.</summary>
internal sealed record GlossaryWord(Language Language, string Text);

/// <summary>The glossary as it stands in the repository, and what of it a text does not keep.</summary>
internal sealed partial class Glossary
{
    private Glossary(IReadOnlyList<GlossaryTerm> terms) => Terms = terms;

    public static Glossary Kept { get; } =
        Parse(File.ReadAllText(Path.Combine(PageSources.Root, "docs", "glossary.md")));

    public IReadOnlyList<GlossaryTerm> Terms { get; }

    public static Glossary Parse(string markdown) =>
        new([
            .. markdown
                .Split('\n')
                .Select(l => l.Split('|', StringSplitOptions.TrimEntries))
                .Where(c => c.Length == 6 && c[1] is not ("Persian" or "---"))
                .Select(c => new GlossaryTerm(c[1], c[2], c[3], [.. Words(c[4])])),
        ]);

    /// <summary>What stands in a text of a language in place of a term, as <c>word (term)</c>.</summary>
    public IEnumerable<string> NotKept(string text, Language language)
    {
        foreach (var term in Terms)
        {
            foreach (var word in term.Not.Where(w => w.Language == language))
            {
                if (Whole(word).IsMatch(WithoutTermsAround(word, text)))
                {
                    yield return $"“{word.Text}” (it is “{term.In(language)}”)";
                }
            }
        }
    }

    /// <summary>A word may be a part of another term: it stands within that one.</summary>
    private string WithoutTermsAround(GlossaryWord word, string text) =>
        Terms
            .Select(t => t.In(word.Language))
            .Where(t => t.Contains(word.Text, StringComparison.OrdinalIgnoreCase))
            .Aggregate(text, (t, term) => t.Replace(term, " ", StringComparison.OrdinalIgnoreCase));

    /// <summary>The word by itself, with the endings it takes; a half-space before it makes another word.</summary>
    private static Regex Whole(GlossaryWord word)
    {
        var endings = word.Language is Language.Persian ? "(?:ی|ها|های|هایی)?" : "s?";
        return new(
            $@"(?<![\p{{L}}\p{{M}}\u200C]){Regex.Escape(word.Text)}{endings}(?!\p{{L}})",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
        );
    }

    private static IEnumerable<GlossaryWord> Words(string cell) =>
        Quoted()
            .Matches(cell)
            .Select(m =>
                m.Groups["fa"].Success
                    ? new GlossaryWord(Language.Persian, m.Groups["fa"].Value)
                    : new GlossaryWord(Language.English, m.Groups["en"].Value)
            );

    [GeneratedRegex("«(?<fa>[^»]+)»|“(?<en>[^”]+)”")]
    private static partial Regex Quoted();
}
