using Karvan.Rules.Explanations;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Pages;

/// <summary>One criterion: its rule in words, its drawing and table, and the readings its points rest on.</summary>
internal sealed class CriterionPart(Rulebook book, Wording words, Markup html)
{
    private readonly MeasureWords measures = new(book, words);
    private readonly RuleWords rules = new(words);
    private readonly AcceptancePart acceptance = new(book, words, html);
    private readonly InterpretationPart readings = new(book, words, html);

    public void Write(Criterion criterion)
    {
        using var section = html.In("section", "criterion", ("id", PageLinks.Of(criterion)));
        using (html.In("div", "criterion-head"))
        {
            using (html.In("h3"))
            {
                html.Line("bdi", criterion.Id, "id");
                html.Text(" " + words[criterion.Title]);
            }
            html.Line("p", words["page.up-to", words.Number(criterion.Max.Value)], "max");
        }
        using (html.In("dl", "facts"))
        {
            Fact("page.measured", [measures.Phrase(criterion.Measure)]);
            List(criterion.Measure);
            Fact("page.condition", measures.Conditions(criterion.Measure));
            Fact("page.points", rules.Sentences(criterion));
            Fact("page.proof", [words[criterion.Help]]);
            Fact("page.clause", [ClauseOf(criterion)]);
        }
        Table(criterion);
        if (criterion.Rule is RankedRule ranked)
        {
            Classes(criterion, ranked);
        }
        acceptance.Write(criterion);
        foreach (var reading in book.ReadingsOf(criterion.Id))
        {
            readings.Write(reading, 4);
        }
    }

    private string ClauseOf(Criterion criterion) =>
        words["page.clause-of", words.Latin(criterion.Clause), words.Latin(book.Document.Name)];

    private void Fact(string label, IEnumerable<string> sentences)
    {
        var said = sentences.ToList();
        if (said.Count > 0)
        {
            html.Line("dt", words[label]);
            html.Line("dd", string.Join(' ', said));
        }
    }

    /// <summary>The way to the list or table that the measure refers to.</summary>
    private void List(Measure measure)
    {
        var (place, title) = measure switch
        {
            ExportCountries { Within: { } list } => (PageLinks.Of(list), words[list.Title]),
            TechnologyShares m => (PageLinks.Of(m.Table), words["page.classes"]),
            ExportCountries { ProductGroupOnly: true } or MarketShares { ProductGroupOnly: true } =>
                (PageLinks.ProductGroups, words["page.product-groups"]),
            _ => ("", ""),
        };
        if (place.Length > 0)
        {
            html.Line("dt", words["page.list"]);
            using var definition = html.In("dd");
            html.Line("a", title, "", ("href", "#" + place));
        }
    }

    private void Table(Criterion criterion)
    {
        switch (criterion.Rule)
        {
            case BandsRule rule:
                new BandFigure(words, html).Write(criterion, rule);
                Bands(criterion, rule);
                break;
            case IWeighShares { Coefficients: { Count: > 0 } coefficients }:
                Shares(criterion, coefficients);
                break;
            case CountRule rule:
                Count(criterion, rule);
                break;
            case GradedRule rule:
                Levels(criterion, rule);
                break;
        }
    }

    private void Bands(Criterion criterion, BandsRule rule)
    {
        var first = rule.Bands[0].From == 0 && rule.Boundary is Boundary.Lower ? 0 : -1;
        html.Table(
            words["page.table-bands", words.Latin(criterion.Id)],
            [words["unit." + criterion.Measure.Unit], words["page.points"]],
            Enumerable
                .Range(first, rule.Bands.Count - first)
                .Select(i =>
                    (IReadOnlyList<string>)
                        [
                            rule.Linear && i >= 0
                                ? words["page.band-at", words.Number(rule.Bands[i].From)]
                                : rules.Range(rule, i),
                            words.Number((i < 0 ? rule.Below : rule.Bands[i].Points).Value),
                        ]
                )
        );
    }

    private void Shares(Criterion criterion, IReadOnlyList<int> coefficients)
    {
        var classes = criterion.Measure is TechnologyShares measure
            ? [.. measure.Table.Classes.Select(c => words[c.Text])]
            : MarketShares.Classes.Select(c => words["page.market-" + c]).ToList();
        html.Table(
            words["page.table-shares", words.Latin(criterion.Id)],
            [words["page.class"], words["page.coefficient"], words["page.alone"]],
            classes.Select(
                (name, i) =>
                    (IReadOnlyList<string>)
                        [
                            name,
                            words["page.per-cent", words.Number(coefficients[i] / 100m)],
                            words.Number(criterion.Max.Value * coefficients[i] / YearWeights.Whole),
                        ]
            )
        );
    }

    private void Classes(Criterion criterion, RankedRule rule) =>
        html.Table(
            words["page.table-classes", words.Latin(criterion.Id)],
            [words["page.class-of-exporters"], words["page.points"]],
            rule.Classes.Select(
                (share, i) =>
                    (IReadOnlyList<string>)
                        [
                            words.Number(i + 1),
                            words.Number(criterion.Max.Value * share / YearWeights.Whole),
                        ]
            )
        );

    private void Count(Criterion criterion, CountRule rule)
    {
        var each = rule.Each.Hundredths;
        var needed = (criterion.Max.Hundredths + each - 1) / each;
        html.Table(
            words["page.table-count", words.Latin(criterion.Id)],
            [words["page.each"], words["page.most"], words["page.reached-with"]],
            [
                [
                    words.Number(rule.Each.Value),
                    words.Number(criterion.Max.Value),
                    words.Number(needed) + " " + words["unit." + CountedUnit(criterion.Measure)],
                ],
            ]
        );
    }

    private static string CountedUnit(Measure measure) =>
        measure is AcceptedEvidence { Distinct: Distinct.Country } ? "countries" : measure.Unit;

    private void Levels(Criterion criterion, GradedRule rule) =>
        html.Table(
            words["page.table-levels", words.Latin(criterion.Id)],
            [words["page.level"], words["page.level-points"]],
            rule.Levels.Select(l =>
                (IReadOnlyList<string>)[measures.Named("level", l.Id), words.Number(l.Points.Value)]
            )
        );
}
