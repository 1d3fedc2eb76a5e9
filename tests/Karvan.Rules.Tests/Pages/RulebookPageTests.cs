using System.Xml;
using System.Xml.Linq;
using Karvan.Rules.Explanations;
using Karvan.Rules.Pages;
using Karvan.Rules.Reference;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Tests.Cases;
using Karvan.Texts;
using Xunit;

namespace Karvan.Rules.Tests.Pages;

/// <summary>The pages of the shipped book: complete, well-formed, safe to embed, and as they stand in the repository.</summary>
public sealed class RulebookPageTests
{
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    [Theory]
    [InlineData(Language.Persian)]
    [InlineData(Language.English)]
    public void The_committed_page_is_what_the_generator_gives(Language language)
    {
        var name = RulebookPage.FileName(PageBook.Shipped, language);
        var path = Path.Combine(ShippedBook.Root, "docs", "rulebooks", name);
        var page = RulebookPage.Document(PageBook.Shipped, Wording.In(language));
        Assert.True(
            File.Exists(path)
                && string.Equals(page, File.ReadAllText(path), StringComparison.Ordinal),
            $"docs/rulebooks/{name} is out of date. Run: ./karvan rulebook page rulebooks/exemplary-exporter/1402.yaml --out docs/rulebooks"
        );
    }

    [Theory]
    [InlineData(Language.Persian)]
    [InlineData(Language.English)]
    public void Everything_of_the_book_is_on_the_page(Language language)
    {
        var book = PageBook.Shipped;
        var text = Parse(book, language).Root!.Value;
        List<string> expected =
        [
            book.Hash,
            book.Document.Sha256,
            book.Title.In(language),
            .. book.Groups.SelectMany(g => new[] { g.Id, g.Title.In(language) }),
            .. book.Criteria.SelectMany(c =>
                new[] { c.Id, c.Title.In(language), c.Help.In(language) }
            ),
            .. book
                .Criteria.SelectMany(c => c.Acceptance?.Kinds ?? [])
                .SelectMany(k => new[] { k.Id, k.Title.In(language) }),
            .. book
                .Bodies.Where(b => b.Key is not "trade-promotion-organization")
                .Select(b => b.Value.In(language)),
            .. book.GateGroups.SelectMany(g => new[] { g.Id, g.Text.In(language) }),
            .. book
                .Tables.Values.Select(t => t.Nomenclature!)
                .SelectMany(n => n.Editions.Select(e => e.Name).Append(n.Why.In(language))),
            .. book.Gates.SelectMany(g => new[] { g.Id, g.Title.In(language) }),
            .. book.Readings.SelectMany(r => r.Choices.Select(c => r.Id + "=" + c.Id)),
            .. book.Readings.SelectMany(r => r.Choices.Select(c => c.Answer.In(language))),
            .. book.Readings.Select(r => r.Question.In(language)),
            .. book
                .Lists.Values.SelectMany(l => l.Countries)
                .Select(c => ReferenceTable.Countries.Name(c, language)),
            .. book.ProductGroups.Select(g => g.Title.In(language)),
            .. book
                .Tables.Values.SelectMany(t => t.Classes.Concat(t.Editions))
                .Select(n => n.Text.In(language)),
        ];
        Assert.All(expected, e => Assert.Contains(e, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Language.Persian)]
    [InlineData(Language.English)]
    public void Every_link_leads_to_a_place_and_every_place_is_named_once(Language language)
    {
        var page = Parse(PageBook.Shipped, language);
        var places = page.Descendants().Attributes("id").Select(a => a.Value).ToList();
        Assert.Equal(places.Distinct(StringComparer.Ordinal).Count(), places.Count);
        var inside = page.Descendants(Html + "a")
            .Select(a => a.Attribute("href")!.Value)
            .Where(h => h.StartsWith('#'))
            .Select(h => h[1..]);
        Assert.Empty(inside.Except(places, StringComparer.Ordinal));
        var named = page.Descendants().Attributes("aria-labelledby").Select(a => a.Value);
        Assert.Empty(named.Except(places, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Language.Persian, "rtl")]
    [InlineData(Language.English, "ltr")]
    public void The_page_says_its_language_and_direction(Language language, string direction)
    {
        var root = Parse(PageBook.Shipped, language).Root!;
        Assert.Equal(language is Language.Persian ? "fa" : "en", root.Attribute("lang")!.Value);
        Assert.Equal(direction, root.Attribute("dir")!.Value);
    }

    [Theory]
    [InlineData(Language.Persian)]
    [InlineData(Language.English)]
    public void Nothing_on_the_page_needs_a_looser_policy_or_the_network(Language language)
    {
        var page = RulebookPage.Document(PageBook.Shipped, Wording.In(language));
        var body = RulebookPage.Body(PageBook.Shipped, Wording.In(language));
        Assert.DoesNotContain("<style", body, StringComparison.OrdinalIgnoreCase);
        foreach (var bad in new[] { " style=", "<script", "<link", "@import", "url(", " src=" })
        {
            Assert.DoesNotContain(bad, page, StringComparison.OrdinalIgnoreCase);
        }
        Assert.DoesNotContain(
            Parse(PageBook.Shipped, language).Descendants().Attributes(),
            a => a.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)
        );
    }

    /// <summary>What a reading, a list or a table stands on is named, and leads to where the page says it.</summary>
    [Theory]
    [InlineData(Language.Persian)]
    [InlineData(Language.English)]
    public void No_clause_stands_by_its_number_alone(Language language)
    {
        var book = PageBook.Shipped;
        var page = Parse(book, language);
        // A number by itself, whatever is around it to keep its direction.
        Assert.DoesNotContain(
            page.Descendants(Html + "dd").Concat(page.Descendants(Html + "p")),
            e =>
                e.Value.Trim('\u2066', '\u2067', '\u2068', '\u2069', ' ')
                    is ['R' or 'S', .. { Length: < 5 }]
        );
        Assert.DoesNotContain("S.a", page.Root!.Value, StringComparison.Ordinal);
        Assert.All(
            book.Readings.Where(r => book.Criteria.Any(c => c.Id == r.Clause)),
            reading =>
                Assert.Contains(
                    page.Descendants(Html + "dd"),
                    d =>
                        d.Element(Html + "a")?.Attribute("href")?.Value
                            == $"#criterion-{reading.Clause}"
                        && d.Value.Contains(
                            book.Criterion(reading.Clause).Title.In(language),
                            StringComparison.Ordinal
                        )
                )
        );
    }

    [Fact]
    public void The_Persian_page_shows_Persian_digits_outside_codes()
    {
        var page = Parse(PageBook.Shipped, Language.Persian);
        page.Descendants(Html + "bdi").Remove();
        page.Descendants(Html + "style").Remove();
        page.Descendants(Html + "title").Remove();
        page.Descendants(Html + "p").Where(p => p.Attribute("dir")?.Value is "ltr").Remove();
        // Titles of drawings hold ids as well, between isolates.
        page.Descendants().Where(e => e.Name.LocalName is "title").Remove();
        Assert.DoesNotContain(page.Root!.Element(Html + "body")!.Value, char.IsAsciiDigit);
    }

    [Theory]
    [InlineData(Language.Persian)]
    [InlineData(Language.English)]
    public void Hostile_titles_are_text(Language language)
    {
        const string Hostile =
            "</style></title><script>alert(1)</script>\" onclick='x' &amp; \u2069\u2068 \u0007 <b";
        var text = new LocalText(Hostile, Hostile);
        var shipped = PageBook.Shipped;
        var book = shipped with
        {
            Title = text,
            Document = shipped.Document with { Title = text },
            Groups = [.. shipped.Groups.Select(g => g with { Title = text })],
            Criteria = [.. shipped.Criteria.Select(c => c with { Title = text, Help = text })],
            Gates = [.. shipped.Gates.Select(g => g with { Title = text, Help = text })],
            Readings =
            [
                .. shipped.Readings.Select(r =>
                    r with
                    {
                        Question = text,
                        Choices = [.. r.Choices.Select(c => c with { Answer = text })],
                        Decided = new InterpretationDecision(
                            Hostile,
                            new DateOnly(2024, 5, 4),
                            Hostile
                        ),
                    }
                ),
            ],
        };
        var page = Parse(book, language);
        Assert.Contains("<script>alert(1)</script>", page.Root!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Descendants(), e => e.Name.LocalName is "script" or "b");
        Assert.Empty(page.Descendants().Attributes("onclick"));
    }

    internal static XDocument Parse(Rulebook book, Language language)
    {
        var page = RulebookPage.Document(book, Wording.In(language));
        using var reader = XmlReader.Create(
            new StringReader(page),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore }
        );
        return XDocument.Load(reader);
    }
}
