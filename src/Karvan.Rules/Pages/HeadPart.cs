using Karvan.Rules.Explanations;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Pages;

/// <summary>The title, what the book is, and how points come about.</summary>
internal sealed class HeadPart(Rulebook book, Wording words, Markup html)
{
    private readonly MeasureWords measures = new(book, words);

    public void Title()
    {
        using var header = html.In("header", "title");
        html.Line("p", words["page.kicker"], "kicker");
        html.Line("h1", words[book.Title]);
        html.Line(
            "p",
            words[
                "page.lead",
                words.Number(book.Criteria.Count),
                words.Number(book.Groups.Count),
                words.Number(book.Total.Value)
            ],
            "lead"
        );
        Open();
    }

    /// <summary>The one thing on the page that waits for somebody.</summary>
    private void Open()
    {
        var open = book.Readings.Count(InterpretationPart.IsOpen);
        if (open == 0)
        {
            html.Line("p", words["page.all-decided"]);
            return;
        }
        using var notice = html.In("div", "notice");
        html.Line(
            "p",
            words["page.open-count", words.Number(open), words.Number(book.Readings.Count)],
            "notice-title"
        );
        using (html.In("p"))
        {
            html.Text(words["page.open-text"] + " ");
            html.Line("a", words["page.open-link"], "", ("href", "#" + PageLinks.Readings));
        }
    }

    public void About()
    {
        using var section = html.In("section", "", ("id", "about"));
        html.Line("h2", words["page.about"]);
        using (html.In("dl", "facts"))
        {
            Fact(words["page.year"], words.Year(book.Year));
            Fact(words["page.version"], words.Number(book.Version));
            Fact(words["page.valid"], Valid());
            Fact(words["page.total"], words["page.points-of", words.Number(book.Total.Value)]);
            Fact(words["page.last-year"], words.Year(book.Years.Last));
            Fact(
                words["page.window", words.Number(book.Years.Window.Count)],
                measures.And([.. book.Years.Window.Select(words.Year)])
            );
            Fact(words["page.all-years"], measures.And([.. book.Years.All.Select(words.Year)]));
            Fact(
                words["page.document"],
                words[
                    "page.document-name",
                    words[book.Document.Title],
                    words.Latin(book.Document.Name)
                ]
            );
        }
        html.Line("p", words["page.solar"], "quiet");
    }

    public void How()
    {
        using var section = html.In("section", "", ("id", "how"));
        html.Line("h2", words["page.how"]);
        using var list = html.In("ol", "steps");
        html.Line("li", words["page.how-measure"]);
        html.Line("li", words["page.how-rule"]);
        html.Line("li", words["page.how-rounding." + book.Rounding]);
        html.Line("li", words["page.how-total", words.Number(book.Total.Value)]);
        html.Line("li", words["page.how-states"]);
        html.Line("li", words["page.how-reading", words.Latin(book.Document.Name)]);
    }

    private string Valid()
    {
        var from = words.Day(book.ValidFrom);
        return book.ValidTo is { } to
            ? words["page.valid-between", from, words.Day(to)]
            : words["page.valid-from", from];
    }

    private void Fact(string label, string text)
    {
        html.Line("dt", label);
        html.Line("dd", text);
    }
}
