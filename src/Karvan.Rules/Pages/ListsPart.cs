using Karvan.Rules.Explanations;
using Karvan.Rules.Reference;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Pages;

/// <summary>What criteria refer to: lists of countries, product groups, classes of goods.</summary>
internal sealed class ListsPart(Rulebook book, Wording words, Markup html)
{
    private readonly MeasureWords measures = new(book, words);
    private readonly ClausePart clauses = new(book, words, html);

    public void Countries()
    {
        foreach (var list in book.Lists.Values)
        {
            using var section = html.In("section", "", ("id", PageLinks.Of(list)));
            html.Line("h2", words[list.Title]);
            using (html.In("p"))
            {
                html.Text(words["page.list-about", words.Number(list.Countries.Count)] + " ");
                clauses.Write(list.Clause);
            }
            using var items = html.In("ol", "countries");
            foreach (var code in list.Countries)
            {
                html.Line("li", ReferenceTable.Countries.Name(code, words.Language));
            }
        }
    }

    public void ProductGroups()
    {
        using var section = html.In("section", "", ("id", PageLinks.ProductGroups));
        html.Line("h2", words["page.product-groups"]);
        html.Line("p", words["page.product-groups-about"]);
        html.Table(
            words["page.product-groups-caption"],
            [words["page.product-group"], words["page.chapters"], words["page.code"]],
            book.ProductGroups.Select(g =>
                (IReadOnlyList<string>)[words[g.Title], Chapters(g.Chapters), Wording.Foreign(g.Id)]
            )
        );
    }

    public void Tables()
    {
        foreach (var table in book.Tables.Values)
        {
            Table(table);
        }
    }

    private void Table(GoodsTable table)
    {
        using var section = html.In("section", "", ("id", PageLinks.Of(table)));
        html.Line("h2", words["page.classes"]);
        using (html.In("p"))
        {
            html.Text(words["page.classes-about"] + " ");
            clauses.Write(table.Clause);
        }
        var uses = book
            .Criteria.Where(c =>
                c.Rule is IWeighShares && c.Measure is TechnologyShares m && m.Table.Id == table.Id
            )
            .ToList();
        foreach (var use in uses)
        {
            var edition = table.Editions[((TechnologyShares)use.Measure).Edition];
            html.Line("p", words["page.edition-used", words[use.Title], words[edition.Text]]);
        }
        Nomenclature(table);
        var counts = table.Editions.Select((_, edition) => Count(table, edition)).ToList();
        html.Table(
            words["page.classes-caption"],
            [
                words["page.class"],
                .. uses.Select(c => words["page.coefficient-in", words.Latin(c.Id)]),
                .. table.Editions.Select(e => words["page.codes-in", words[e.Text]]),
            ],
            table.Classes.Select(
                (c, i) =>
                    (IReadOnlyList<string>)
                        [
                            words[c.Text],
                            .. uses.Select(u => Coefficient((IWeighShares)u.Rule, i)),
                            .. counts.Select(n =>
                                i == table.Otherwise ? words["page.codes-rest"] : words.Number(n[i])
                            ),
                        ]
            )
        );
    }

    /// <summary>Which edition of the Harmonized System a data year takes, and why.</summary>
    private void Nomenclature(GoodsTable table)
    {
        if (table.Nomenclature is not { } nomenclature)
        {
            return;
        }
        foreach (var edition in nomenclature.Editions)
        {
            var years = measures.And([.. edition.Years.Select(words.Year)]);
            html.Line("p", words["page.nomenclature", years, words.Latin(edition.Name)]);
        }
        html.Line("p", words[nomenclature.Why]);
    }

    private string Coefficient(IWeighShares rule, int place) =>
        words["page.per-cent", words.Number(rule.Coefficients[place] / 100m)];

    private static int[] Count(GoodsTable table, int edition)
    {
        var counts = new int[table.Classes.Count];
        foreach (var place in table.ClassOfCode(edition))
        {
            counts[place]++;
        }
        return counts;
    }

    /// <summary>Chapters that follow one another as one run: 01–24.</summary>
    private string Chapters(IReadOnlyList<string> chapters)
    {
        var runs = new List<string>();
        for (var first = 0; first < chapters.Count; )
        {
            var last = first;
            while (last + 1 < chapters.Count && Follows(chapters[last], chapters[last + 1]))
            {
                last++;
            }
            runs.Add(
                last == first
                    ? words.Localised(chapters[first])
                    : words[
                        "page.range",
                        words.Localised(chapters[first]),
                        words.Localised(chapters[last])
                    ]
            );
            first = last + 1;
        }
        return words.List(runs);
    }

    private static bool Follows(string chapter, string next) =>
        int.TryParse(chapter, out var a) && int.TryParse(next, out var b) && b == a + 1;
}
