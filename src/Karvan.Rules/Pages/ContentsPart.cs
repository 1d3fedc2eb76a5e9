using System.Globalization;
using Karvan.Rules.Explanations;
using Karvan.Rules.Rulebooks;
using Karvan.Texts;

namespace Karvan.Rules.Pages;

/// <summary>Contents: groups with their maxima, drawn against the largest of them, and everything else on the page.</summary>
internal sealed class ContentsPart(Rulebook book, Wording words, Markup html)
{
    public void Write()
    {
        using var nav = html.In("nav", "contents", ("aria-labelledby", "contents"));
        html.Line("h2", words["page.contents"], "", ("id", "contents"));
        using (html.In("ul", "groups"))
        {
            foreach (var group in book.Groups)
            {
                using var item = html.In("li");
                Group(group);
            }
        }
        using (html.In("ul", "others"))
        {
            foreach (var (place, title) in Others())
            {
                using var item = html.In("li");
                html.Line("a", title, "", ("href", "#" + place));
            }
        }
    }

    private void Group(CriterionGroup group)
    {
        using (html.In("div", "entry"))
        {
            using (html.In("a", "", ("href", "#" + PageLinks.Of(group))))
            {
                html.Text(words[group.Title]);
            }
            html.Line("span", words.Number(group.Max.Value), "max");
        }
        Bar(group);
        using var list = html.In("ul");
        foreach (var criterion in Of(group))
        {
            using var item = html.In("li", "entry");
            using (html.In("a", "", ("href", "#" + PageLinks.Of(criterion))))
            {
                html.Line("bdi", criterion.Id, "id");
                html.Text(" " + words[criterion.Title]);
            }
            html.Line("span", words.Number(criterion.Max.Value), "max");
        }
    }

    private IEnumerable<Criterion> Of(CriterionGroup group) =>
        book.Criteria.Where(c => string.Equals(c.Group, group.Id, StringComparison.Ordinal));

    /// <summary>The number stands beside it, so that the drawing says nothing new to a screen reader.</summary>
    private void Bar(CriterionGroup group)
    {
        var share = 100m * group.Max.Hundredths / book.Groups.Max(g => g.Max.Hundredths);
        var start = words.Language is Language.Persian ? 100 - share : 0;
        using var svg = html.In(
            "svg",
            "bar",
            ("aria-hidden", "true"),
            ("width", "100%"),
            ("height", "6")
        );
        html.Empty("rect", "bar-all", ("width", "100%"), ("height", "6"));
        html.Empty(
            "rect",
            "bar-part",
            ("x", Percent(start)),
            ("width", Percent(share)),
            ("height", "6")
        );
    }

    private static string Percent(decimal share) =>
        decimal.Round(share, 2).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private IEnumerable<(string Place, string Title)> Others()
    {
        yield return ("about", words["page.about"]);
        yield return ("how", words["page.how"]);
        yield return ("gates", words["page.gates"]);
        yield return ("ranking", words["page.ranking"]);
        foreach (var list in book.Lists.Values)
        {
            yield return (PageLinks.Of(list), words[list.Title]);
        }
        yield return (PageLinks.ProductGroups, words["page.product-groups"]);
        foreach (var table in book.Tables.Values)
        {
            yield return (PageLinks.Of(table), words["page.classes"]);
        }
        yield return (PageLinks.Readings, words["page.readings"]);
        yield return ("check", words["page.check"]);
    }
}
