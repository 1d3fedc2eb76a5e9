using System.Globalization;
using Karvan.Rules.Explanations;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Pages;

/// <summary>A reading where its points are: the question, the answer in force, the other answers, who decided.</summary>
internal sealed class InterpretationPart(Rulebook book, Wording words, Markup html)
{
    private readonly ClausePart clauses = new(book, words, html);

    /// <param name="heading">Level of the heading, so that the page has no gaps between levels.</param>
    public void Write(Interpretation reading, int heading)
    {
        using var aside = html.In("div", IsOpen(reading) ? "reading open" : "reading");
        using (html.In("h" + heading.ToString(CultureInfo.InvariantCulture)))
        {
            html.Line("span", words["page.reading"], "label");
            html.Text(" " + words[reading.Question]);
        }
        using (html.In("dl", "facts"))
        {
            html.Line("dt", words["page.answer"]);
            using (html.In("dd", "answer"))
            {
                Choice(reading, Chosen(reading));
            }
            html.Line("dt", words["page.others"]);
            var others = reading.Choices.Where(c => c != Chosen(reading)).ToList();
            if (others.Count == 0)
            {
                html.Line("dd", words["page.no-others"]);
            }
            foreach (var other in others)
            {
                using (html.In("dd"))
                {
                    Choice(reading, other);
                }
            }
            html.Line("dt", words["page.clause"]);
            using (html.In("dd"))
            {
                clauses.Write(reading.Clause);
            }
            if (reading.ActsOn.Count > 0)
            {
                html.Line("dt", words["page.acts-on"]);
                html.Line("dd", words.List(reading.ActsOn.Select(e => words["page.acts-on." + e])));
            }
            html.Line("dt", words["page.decision"]);
            using (html.In("dd"))
            {
                Status(reading);
            }
        }
    }

    public void Status(Interpretation reading)
    {
        if (IsOpen(reading))
        {
            html.Line("span", words[reading.Swapped ? "page.swapped" : "page.undecided"], "tag");
        }
        else if (reading.Decided is { } decided)
        {
            var day = words.Day(decided.On);
            html.Text(words["page.decided", Wording.Foreign(decided.By), day]);
            if (decided.Note is { } note)
            {
                html.Text(" " + Wording.Foreign(note));
            }
        }
    }

    /// <summary>Whether nobody has decided on the answer in force.</summary>
    public static bool IsOpen(Interpretation reading) => reading.Decided is null || reading.Swapped;

    private static InterpretationChoice Chosen(Interpretation reading) =>
        reading.Choices.First(c => string.Equals(c.Id, reading.Choice, StringComparison.Ordinal));

    /// <summary>The answer, and the words with which a run asks for it.</summary>
    private void Choice(Interpretation reading, InterpretationChoice choice)
    {
        html.Text(words[choice.Answer] + " ");
        html.Line("bdi", reading.Id + "=" + choice.Id, "code");
    }
}
