using System.Text.RegularExpressions;
using Karvan.Rules.Explanations;
using Karvan.Texts;
using Karvan.Trade.Fields;
using Karvan.Web.Components.Texts;
using Xunit;

namespace Karvan.Web.Tests.Words;

/// <summary>What people read keeps to the glossary: one word for one thing, and no number of a clause for what it says.</summary>
public sealed partial class GlossaryTests
{
    private static readonly TextBook Pages = PageTexts.LoadTexts();

    [Theory]
    [InlineData(Language.Persian)]
    [InlineData(Language.English)]
    public void No_text_uses_another_word_for_a_term(Language language) =>
        Assert.Empty(
            Told(language)
                .SelectMany(t =>
                    Glossary.Kept.NotKept(t.Text, language).Select(word => $"{t.Where}: {word}")
                )
        );

    [Fact]
    public void A_term_has_one_entry()
    {
        var terms = Glossary.Kept.Terms;
        Assert.True(terms.Count > 100);
        Assert.Contains(terms, t => t.Not.Count > 0);
        Assert.Empty(Twice(terms.Select(t => t.Persian)));
        Assert.Empty(Twice(terms.Select(t => t.English)));
        Assert.Empty(Twice(terms.Select(t => t.Code).Where(c => c != "–")));
        // A word that is not to be used would be asked for by another entry.
        Assert.DoesNotContain(
            terms.SelectMany(t => t.Not),
            w =>
                terms.Any(t =>
                    string.Equals(t.In(w.Language), w.Text, StringComparison.OrdinalIgnoreCase)
                )
        );
    }

    [Theory]
    [InlineData(Language.Persian)]
    [InlineData(Language.English)]
    public void No_text_gives_the_number_of_a_clause_for_what_it_says(Language language) =>
        Assert.Empty(
            Told(language)
                .Where(t => Clause().IsMatch(t.Text))
                .Select(t => $"{t.Where}: {Clause().Match(t.Text).Value}")
        );

    /// <summary>Names, codes and addresses are Latin; a number in a Persian text is not.</summary>
    [Fact]
    public void Persian_texts_have_the_Persian_decimal_mark() =>
        Assert.Empty(
            Told(Language.Persian)
                .Where(t => PointInNumber().IsMatch(t.Text))
                .Select(t => $"{t.Where}: {PointInNumber().Match(t.Text).Value}")
        );

    /// <summary>The command line and the pages say why a line is rejected in the same words.</summary>
    [Fact]
    public void A_reason_has_one_sentence_everywhere()
    {
        var keys = Pages.Keys.Where(k => k.StartsWith("fault.", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(keys);
        Assert.All(
            keys,
            key =>
                Assert.Equal(
                    Said(Pages, key, Language.English),
                    Faults.SentenceOf(key["fault.".Length..])
                )
        );
    }

    [Theory]
    [InlineData(Language.Persian, "هنوز عکسی گرفته نشده است.", "«عکس» «نسخهٔ ثابت داده‌ها»")]
    [InlineData(Language.Persian, "عکس‌های دیگر", "«عکس» «نسخهٔ ثابت داده‌ها»")]
    [InlineData(Language.Persian, "رده‌بندی لال", "«لال» «رده‌بندی لال (Lall)»")]
    [InlineData(Language.Persian, "سطرهای فایل", "«سطر» «ردیف»")]
    [InlineData(Language.Persian, "در سطری دیگر", "«سطر» «ردیف»")]
    [InlineData(Language.Persian, "جمع آنها", "«آنها» «آن‌ها»")]
    [InlineData(Language.Persian, "نمایهٔ گمرک", "«نمایه» «الگوی ستون‌ها»")]
    [InlineData(Language.English, "Three customs imports", "«customs import» «customs file»")]
    [InlineData(Language.English, "Look at the Flow", "«flow» «exports or imports»")]
    public void Another_word_is_noticed(Language language, string text, string expected) =>
        Assert.Contains(
            expected,
            Glossary.Kept.NotKept(text, language).Select(w => Plain().Replace(w, "«$1» «$2»"))
        );

    [Theory]
    [InlineData(Language.Persian, "رده‌بندی لال (Lall) در ویرایش آنکتاد")]
    [InlineData(Language.Persian, "انحلال کنسرسیوم")]
    [InlineData(Language.Persian, "همان‌گونه که در گذرنامه آمده است")]
    [InlineData(Language.Persian, "نمایهٔ عمومی شما")]
    [InlineData(Language.Persian, "در کاروان")]
    [InlineData(Language.English, "Exports and imports of the country")]
    [InlineData(Language.English, "an overflowing pinboard")]
    public void What_only_looks_like_it_passes(Language language, string text) =>
        Assert.Empty(Glossary.Kept.NotKept(text, language));

    [Theory]
    [InlineData("(clause S.a)")]
    [InlineData("بند G0")]
    [InlineData("شاخص R4.2")]
    [InlineData("see G1.d.")]
    public void A_clause_by_its_number_is_noticed(string text) => Assert.Matches(Clause(), text);

    [Theory]
    [InlineData("KB, MB, SHA-256, PDF")]
    [InlineData("windows-1256")]
    public void What_is_no_clause_passes(string text) => Assert.DoesNotMatch(Clause(), text);

    /// <summary>Every text of the pages, of score cards and rulebook pages, and every line of the guides.</summary>
    private static IEnumerable<(string Where, string Text)> Told(Language language)
    {
        var code = language is Language.Persian ? "fa" : "en";
        var guides = Directory
            .GetFiles(Path.Combine(PageSources.Root, "docs", "guides"), $"*.{code}.md")
            .Order(StringComparer.Ordinal)
            .SelectMany(file =>
                Code()
                    .Replace(File.ReadAllText(file), " ")
                    .Split('\n')
                    .Select((line, n) => ($"{Path.GetFileName(file)}, line {n + 1}", line))
            )
            .ToList();
        Assert.NotEmpty(guides);
        return Of(Pages).Concat(Of(Wording.Texts)).Concat(guides);

        IEnumerable<(string, string)> Of(TextBook book) =>
            book.Keys.Order(StringComparer.Ordinal).Select(key => (key, Said(book, key, language)));
    }

    private static string Said(TextBook book, string key, Language language) =>
        string.Concat(
            book.Text(key, language)
                .Pieces.Select(p => p.Kind is PieceKind.Placeholder ? "…" : p.Text)
        );

    private static IEnumerable<string> Twice(IEnumerable<string> words) =>
        words
            .GroupBy(w => w, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Count() > 1)
            .Select(g => g.Key);

    [GeneratedRegex(@"(?<![\w.])(?:G\d(?:\.[a-z])?|S\.[a-z0]|R\d{1,2}\.\d{1,2})(?!\w)")]
    private static partial Regex Clause();

    [GeneratedRegex(@"\p{Nd}\.\p{Nd}")]
    private static partial Regex PointInNumber();

    [GeneratedRegex("“([^”]*)” \\(it is “([^”]*)”\\)")]
    private static partial Regex Plain();

    /// <summary>What stands in code is a command or its output; where a link leads is no text either. Lines stay lines.</summary>
    [GeneratedRegex(@"`[^`\n]+`|(?<=\])\([^)\n]+\)")]
    private static partial Regex Code();
}
