using Karvan.Rules.Explanations;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Pages;

/// <summary>What comes after the points: gates, ranking, all readings, and how to check the book.</summary>
internal sealed class EndPart(Rulebook book, Wording words, Markup html)
{
    private readonly InterpretationPart readings = new(book, words, html);
    private readonly ClausePart clauses = new(book, words, html);

    public void Gates()
    {
        using var section = html.In("section", "", ("id", "gates"));
        html.Line("h2", words["page.gates"]);
        html.Line("p", words["page.gates-about"]);
        foreach (var group in book.GateGroups)
        {
            using (html.In("h3", "", ("id", PageLinks.OfGates(group))))
            {
                html.Line("bdi", group.Id, "id");
                html.Text(" " + words[group.Text]);
            }
            Gates(
                book.Gates.Where(g => string.Equals(g.Group, group.Id, StringComparison.Ordinal)),
                4
            );
        }
        Gates(book.Gates.Where(g => g.Group is null), 3);
    }

    /// <param name="heading">Level of the headings, so that the page has no gaps between levels.</param>
    private void Gates(IEnumerable<Gate> gates, int heading)
    {
        foreach (var gate in gates)
        {
            using var article = html.In("section", "criterion", ("id", PageLinks.Of(gate)));
            using (html.In(heading == 3 ? "h3" : "h4"))
            {
                html.Line("bdi", gate.Id, "id");
                html.Text(" " + words[gate.Title]);
            }
            using (html.In("dl", "facts"))
            {
                html.Line("dt", words["page.gate-closes"]);
                html.Line("dd", words["page.gate-condition." + gate.ClosesWhen]);
                html.Line("dt", words["page.gate-acts"]);
                html.Line("dd", words["page.gate-phase." + gate.Phase]);
                html.Line("dt", words["page.gate-note"]);
                html.Line("dd", words[gate.Help]);
                html.Line("dt", words["page.clause"]);
                html.Line("dd", Clause(gate.Clause));
            }
            foreach (var reading in book.ReadingsOf(gate.Id))
            {
                readings.Write(reading, heading + 1);
            }
        }
    }

    public void Ranking()
    {
        var measures = new MeasureWords(book, words);
        using var section = html.In("section", "", ("id", "ranking"));
        html.Line("h2", words["page.ranking"]);
        using (html.In("ol", "steps"))
        {
            html.Line("li", words["page.ranking-within." + book.Ranking.Within]);
            html.Line("li", words["page.ranking-total"]);
            foreach (var tie in book.Ranking.Ties)
            {
                html.Line("li", words["page.ranking-tie", measures.Phrase(tie)]);
            }
            html.Line("li", words["page.ranking-level"]);
            html.Line("li", words["page.ranking-filter"]);
        }
        using (html.In("p", "quiet"))
        {
            clauses.Write(book.Ranking.Clause);
        }
    }

    public void Readings()
    {
        using var section = html.In("section", "", ("id", PageLinks.Readings));
        html.Line("h2", words["page.readings"]);
        html.Line("p", words["page.readings-about"]);
        using (html.In("table", "words index"))
        {
            html.Line("caption", words["page.readings-caption"]);
            using (html.In("thead"))
            using (html.In("tr"))
            {
                foreach (var key in (string[])["question", "affects", "decision"])
                {
                    html.Line("th", words["page." + key], "", ("scope", "col"));
                }
            }
            using var body = html.In("tbody");
            foreach (var reading in book.Readings)
            {
                Row(reading);
            }
        }
        foreach (var reading in book.Readings.Where(r => r.Affects.Count == 0))
        {
            readings.Write(reading, 3);
        }
    }

    private void Row(Interpretation reading)
    {
        using var row = html.In("tr");
        using (html.In("th", "", ("scope", "row")))
        {
            html.Text(words[reading.Question] + " ");
            html.Line("bdi", reading.Id, "code");
        }
        using (html.In("td"))
        {
            if (reading.Affects.Count == 0)
            {
                clauses.Write(reading.Clause);
            }
            html.Links(book, reading.Affects);
        }
        using (html.In("td"))
        {
            readings.Status(reading);
        }
    }

    public void Check()
    {
        using var section = html.In("section", "", ("id", "check"));
        html.Line("h2", words["page.check"]);
        html.Line("p", words["page.check-hand"]);
        html.Line("p", words["page.check-program"]);
        Command("page.check-book", "karvan rulebook check FILE");
        Command(
            "page.check-score",
            "karvan score",
            "--rulebook FILE",
            "--input FOLDER",
            "--out RESULT"
        );
        Command("page.check-explain", "karvan explain", "--result RESULT", "--exporter ID");
        html.Line("p", words["page.check-hash"]);
        using var facts = html.In("dl", "facts hashes");
        html.Line("dt", words["page.name"]);
        Code(book.Id);
        html.Line("dt", words["page.year"]);
        html.Line("dd", words.Year(book.Year));
        html.Line("dt", words["page.version"]);
        html.Line("dd", words.Number(book.Version));
        html.Line("dt", words["page.hash"]);
        Code(book.Hash);
        html.Line("dt", words["page.document-hash", words.Latin(book.Document.Name)]);
        Code(book.Document.Sha256);
    }

    /// <summary>Parts of a command stay whole where its line is broken.</summary>
    private void Command(string explained, params ReadOnlySpan<string> parts)
    {
        using var command = html.In("div", "command");
        html.Line("p", words[explained]);
        using var line = html.In("p", "code", ("dir", "ltr"));
        for (var i = 0; i < parts.Length; i++)
        {
            html.Text(i == 0 ? "" : " ");
            html.Line("span", parts[i]);
        }
    }

    private void Code(string text)
    {
        using var definition = html.In("dd");
        html.Line("bdi", text, "code");
    }

    private string Clause(string clause) =>
        words["page.clause-of", words.Latin(clause), words.Latin(book.Document.Name)];
}
