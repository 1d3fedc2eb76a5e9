using Karvan.Rules.Explanations;
using Karvan.Rules.Rulebooks;
using Karvan.Texts;

namespace Karvan.Rules.Pages;

/// <summary>
/// A rulebook as a page that an officer or a losing firm can read. Everything on it comes from the book and
/// <see cref="Wording"/>; no script, no outside file, no inline style, and the same book gives the same bytes.
/// </summary>
public static class RulebookPage
{
    /// <summary>
    /// The stylesheet of <see cref="Body"/>, for sites that serve it as a file; the colours it names
    /// (<c>--ink</c>, <c>--paper</c> …) are the site's own.
    /// </summary>
    public static string Stylesheet { get; } = Read("rulebook-page.css");

    /// <summary>Colours and frame of a page that stands alone.</summary>
    private static readonly string Frame = Read("rulebook-frame.css");

    /// <summary>The page without its frame: one <c>article</c> that any page may hold.</summary>
    public static string Body(Rulebook book, Wording words)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(words);
        var html = new Markup();
        using (html.In("article", "rulebook"))
        {
            var head = new HeadPart(book, words, html);
            head.Title();
            new ContentsPart(book, words, html).Write();
            using var text = html.In("div", "text");
            head.About();
            head.How();
            Groups(book, words, html);
            var end = new EndPart(book, words, html);
            end.Gates();
            end.Ranking();
            var lists = new ListsPart(book, words, html);
            lists.Countries();
            lists.ProductGroups();
            lists.Tables();
            end.Readings();
            end.Check();
        }
        return html.ToString();
    }

    /// <summary>A whole page that stands alone.</summary>
    /// <param name="linked">Whether the page of the other language stands beside it.</param>
    public static string Document(Rulebook book, Wording words, bool linked = true)
    {
        var persian = words.Language is Language.Persian;
        var html = new Markup();
        html.Trusted("<!DOCTYPE html>");
        using (
            html.In(
                "html",
                "",
                ("xmlns", "http://www.w3.org/1999/xhtml"),
                ("lang", words.Language.Code()),
                ("dir", persian ? "rtl" : "ltr")
            )
        )
        {
            using (html.In("head"))
            {
                html.Empty("meta", "", ("charset", "utf-8"));
                html.Empty(
                    "meta",
                    "",
                    ("name", "viewport"),
                    ("content", "width=device-width, initial-scale=1")
                );
                html.Empty("meta", "", ("name", "color-scheme"), ("content", "light dark"));
                html.Plain(
                    "title",
                    words["page.document-title", words[book.Title], words.Number(book.Version)]
                );
                using var style = html.In("style");
                html.Trusted("\n" + Frame + "\n" + Stylesheet);
            }
            using var body = html.In("body");
            if (linked)
            {
                OtherLanguage(book, words, html);
            }
            using var main = html.In("main");
            html.Trusted(Body(book, words));
        }
        return html + "\n";
    }

    /// <summary><c>exemplary-exporter-1402.fa.html</c></summary>
    public static string FileName(Rulebook book, Language language)
    {
        ArgumentNullException.ThrowIfNull(book);
        return $"{book.Id}-{book.Year}.{language.Code()}.html";
    }

    private static void Groups(Rulebook book, Wording words, Markup html)
    {
        var criteria = new CriterionPart(book, words, html);
        foreach (var group in book.Groups)
        {
            using var section = html.In("section", "group", ("id", PageLinks.Of(group)));
            using (html.In("div", "group-head"))
            {
                using (html.In("h2"))
                {
                    html.Line("bdi", group.Id, "id");
                    html.Text(" " + words[group.Title]);
                }
                html.Line("p", words["page.points-of", words.Number(group.Max.Value)], "max");
            }
            foreach (
                var criterion in book.Criteria.Where(c =>
                    string.Equals(c.Group, group.Id, StringComparison.Ordinal)
                )
            )
            {
                criteria.Write(criterion);
            }
        }
    }

    private static void OtherLanguage(Rulebook book, Wording words, Markup html)
    {
        var other = words.Language.Other();
        using var nav = html.In("nav", "languages", ("aria-label", words["page.languages"]));
        html.Line(
            "a",
            Wording.In(other)["page.this-language"],
            "",
            ("href", FileName(book, other)),
            ("lang", other.Code()),
            ("hreflang", other.Code())
        );
    }

    private static string Read(string file)
    {
        using var stream =
            typeof(RulebookPage).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
