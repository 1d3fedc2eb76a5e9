using Karvan.Platform.Modules;
using Karvan.Platform.Notices;
using Karvan.Texts;
using Karvan.Web.Components.Texts;
using Karvan.Web.Tests.Modules;
using Xunit;

namespace Karvan.Web.Tests.Words;

/// <summary>No text is missing, none is left over, none stands in a page.</summary>
public sealed class WordTests
{
    private static readonly TextBook Book = PageTexts.LoadTexts();

    private static readonly HashSet<string> Areas = Book
        .Keys.Select(KeyUse.Area)
        .ToHashSet(StringComparer.Ordinal);

    [Fact]
    public void Every_key_that_is_used_has_its_texts() =>
        Assert.Empty(
            PageSources
                .Of(".cs", ".cshtml")
                .SelectMany(s =>
                    KeyUse
                        .Whole(s.Text, Areas)
                        .Where(key => !Book.Has(key))
                        .Select(key => $"{s.Path}: {key}")
                )
        );

    [Fact]
    public void Every_beginning_of_a_key_leads_somewhere() =>
        Assert.Empty(
            PageSources
                .Of(".cs", ".cshtml")
                .SelectMany(s =>
                    KeyUse
                        .Beginnings(s.Text)
                        .Where(start => Areas.Contains(KeyUse.Area(start)))
                        .Where(start =>
                            !Book.Keys.Any(key => key.StartsWith(start, StringComparison.Ordinal))
                        )
                        .Select(start => $"{s.Path}: {start}")
                )
        );

    [Fact]
    public void Every_text_is_used()
    {
        var sources = PageSources.Of(".cs", ".cshtml");
        var used = sources
            .SelectMany(s => KeyUse.Whole(s.Text, Areas))
            // What describes the fields of records, which stand in no page.
            .Concat(FieldTests.Described.SelectMany(FieldTests.Keys))
            .ToHashSet(StringComparer.Ordinal);
        var starts = sources
            .SelectMany(s => KeyUse.Beginnings(s.Text))
            // What modules register by a name alone.
            .Concat(ModuleCatalog.All.SelectMany(m => m.Notices).SelectMany(NoticeKeys))
            .Concat(
                ModuleCatalog.All.SelectMany(m => m.Deadlines).Select(d => $"deadline.{d.Name}")
            )
            .Distinct(StringComparer.Ordinal)
            .ToList();
        Assert.DoesNotContain(
            Book.Keys,
            key =>
                !used.Contains(key) && !starts.Any(s => key.StartsWith(s, StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Each_language_is_written_in_its_own_letters()
    {
        Assert.DoesNotContain(Book.Keys, key => Fixed(key, Language.English).Any(IsPersian));
        // A Persian text without Persian letters is an abbreviation, or placeholders alone.
        Assert.DoesNotContain(
            Book.Keys,
            key =>
                Fixed(key, Language.Persian).Any(char.IsAsciiLetterLower)
                && !Fixed(key, Language.Persian).Any(IsPersian)
        );
    }

    [Fact]
    public void No_text_stands_in_a_page() =>
        Assert.Empty(
            PageSources
                .Of(".cshtml")
                .SelectMany(p => FixedText.In(p.Text).Select(t => $"{p.Path}: {t}"))
        );

    /// <summary>In the tab of a browser and in a list of bookmarks a page has its title alone. One that a part sets is lost: a part has data of its own.</summary>
    [Fact]
    public void Every_page_says_its_title() =>
        Assert.DoesNotContain(
            PageSources.Of(".cshtml"),
            p =>
                p.Text.StartsWith("@page", StringComparison.Ordinal)
                && p.Text.Contains('<', StringComparison.Ordinal)
                && !p.Text.Contains("ViewData[\"Title\"]", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("<h1>Winners</h1>", "Winners")]
    [InlineData("@if (Model.Count > 0)\n{\n    <p>found @Model.Count rows</p>\n}", "found rows")]
    [InlineData("<h1>برگزیدگان</h1>", "برگزیدگان")]
    [InlineData("<a title=\"More\" href=\"/x\">@W[\"a.b\"]</a>", "title=\"More\"")]
    [InlineData("<a title=\"@W[\"a.b\"]\">@W[\"a.b\"]</a>", "=\"@W[\"a.b\"]\"")]
    public void Text_in_a_page_is_noticed(string page, string found) =>
        Assert.Contains(found, FixedText.In(page));

    [Theory]
    [InlineData(
        "@page \"/x\"\n@model X\n@{ var a = \"some text\"; }\n<p class=\"k-note\">@W[\"a.b\", (\"n\", Model.Rows.Count(r => r > 1))]</p>"
    )]
    [InlineData(
        "@foreach (var row in Model.Rows)\n{\n    var id = row.Id;\n    <li title=\"@W[\"a.b\"].Plain\">@row.Name · &nbsp;</li>\n}"
    )]
    public void A_page_of_keys_alone_passes(string page) => Assert.Empty(FixedText.In(page));

    private static bool IsPersian(char c) => c is >= '\u0600' and <= '\u06FF';

    private static string Fixed(string key, Language language) =>
        string.Concat(
            Book.Text(key, language)
                .Pieces.Where(p => p.Kind is not PieceKind.Placeholder)
                .Select(p => p.Text)
        );

    /// <summary>Its own texts, and the paragraphs of its group.</summary>
    private static IEnumerable<string> NoticeKeys(NoticeKind kind)
    {
        var group = kind.Name[..kind.Name.LastIndexOf('.')];
        return [$"{kind.Name}.", $"{group}.remark", $"{group}.link"];
    }
}
