using Karvan.Rules.Reference;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Scoring;

namespace Karvan.Rules.Explanations;

/// <summary>
/// An exporter's score card as plain text: for each criterion the points of the maximum, the numbers that give them,
/// the band or items, clause and reading, and what would earn the next points. A person can check it by hand.
/// </summary>
public sealed class ScoreCard(Rulebook book, Wording words)
{
    private const int LabelWidth = 14;
    private const string Indent = "        ";

    private readonly CriterionWords criterionWords = new(book, words);

    public void Write(Explanation explanation, TextWriter into)
    {
        Head(explanation, into);
        Facts(explanation.Facts, into);
        foreach (var group in book.Groups)
        {
            var rows = explanation
                .Criteria.Where(c =>
                    string.Equals(book.Criterion(c.Id).Group, group.Id, StringComparison.Ordinal)
                )
                .ToList();
            into.WriteLine();
            into.WriteLine(
                $"{words.Latin(group.Id)}  {words[group.Title]}  {Of(rows.Sum(r => r.Points), group.Max.Value)}"
            );
            foreach (var row in rows)
            {
                Criterion(row, explanation.Facts, into);
            }
        }
        into.WriteLine();
        into.WriteLine(
            book.GateGroups.Count == 0
                ? words["card.gates"]
                : string.Join(
                    words["list.and"],
                    book.GateGroups.Select(g => $"{words.Latin(g.Id)}  {words[g.Text]}")
                )
        );
        foreach (var gate in explanation.Gates)
        {
            var title = book
                .Gates.First(g => string.Equals(g.Id, gate.Id, StringComparison.Ordinal))
                .Title;
            into.WriteLine(
                $"  {words.Latin(gate.Id)}  {words[title]}: {words["gate." + gate.State]}"
            );
        }
    }

    private void Head(Explanation explanation, TextWriter into)
    {
        into.WriteLine(words["card.title"]);
        Line(
            into,
            "card.exporter",
            $"{words.Latin(explanation.Exporter)}  {Wording.Foreign(explanation.Name)}"
        );
        Line(
            into,
            "card.province",
            $"{words.Localised(explanation.Province)}  {ReferenceTable.Provinces.Name(explanation.Province, words.Language)}"
        );
        var group = book.ProductGroups.FirstOrDefault(g =>
            string.Equals(g.Id, explanation.ProductGroup, StringComparison.Ordinal)
        );
        Line(into, "card.group", group is null ? words["card.all-goods"] : words[group.Title]);
        var status = words["status." + explanation.Status.Name()];
        Line(
            into,
            "card.result",
            explanation.Rank is { } rank
                ? words["card.rank", status, words.Number(rank)]
                : words["card.no-rank", status]
        );
        Line(into, "card.total", Of(explanation.Total, book.Total.Value));
        Line(
            into,
            "card.rulebook",
            words[
                "card.book",
                words[book.Title],
                words.Latin(book.Id),
                words.Number(book.Version),
                words.Latin(explanation.RulebookHash)
            ]
        );
        var undecided = book.Readings.Count(r => r.Decided is null || r.Swapped);
        if (undecided > 0)
        {
            into.WriteLine($"  {words["card.undecided", words.Number(undecided)]}");
        }
    }

    private void Facts(ExplainedFacts facts, TextWriter into)
    {
        into.WriteLine();
        into.WriteLine(words["card.numbers"]);
        Years(into, "card.exports", facts.ExportsUsd);
        Years(into, "card.weight", facts.ExportsKg);
        Years(into, "card.imports", facts.ImportsUsd);
        foreach (
            var (code, (years, inGroup)) in facts.Countries.OrderBy(
                c => c.Key,
                StringComparer.Ordinal
            )
        )
        {
            Line(into, "card.markets", Market(code, years, inGroup));
        }
        Line(
            into,
            "card.ratio",
            facts.FxReturnRatio is { } ratio ? words.Number(ratio) : words["card.unknown"]
        );
    }

    private void Criterion(ExplainedCriterion row, ExplainedFacts facts, TextWriter into)
    {
        var criterion = book.Criterion(row.Id);
        into.WriteLine($"  {words.Latin(row.Id)}  {words[criterion.Title]}");
        into.WriteLine($"{Indent}{Of(row.Points, row.Of)}  [{words["state." + row.State.Name()]}]");
        Line(into, "card.measured", criterionWords.Measured(criterion, row, facts), Indent);
        Line(into, "card.counted", criterionWords.Counted(row), Indent);
        Line(into, "card.band", criterionWords.Band(criterion, row), Indent);
        Line(into, "card.clause", words.Latin(row.Clause), Indent);
        foreach (var reading in book.ReadingsOf(row.Id))
        {
            var answer = reading
                .Choices.First(c => string.Equals(c.Id, reading.Choice, StringComparison.Ordinal))
                .Answer;
            var key =
                reading.Decided is null || reading.Swapped
                    ? "card.choice-undecided"
                    : "card.choice";
            Line(
                into,
                "card.reading",
                words[key, words.Latin(reading.Id + "=" + reading.Choice), words[answer]],
                Indent
            );
        }
        Line(
            into,
            "card.next",
            criterionWords.Next(criterion, NextStep.Of(book, criterion, row, facts)),
            Indent
        );
    }

    private string Market(string code, IReadOnlyList<int> years, IReadOnlyList<int> inGroup)
    {
        var name = ReferenceTable.Countries.Name(code, words.Language);
        return years.SequenceEqual(inGroup)
            ? words["card.market", name, Years(years)]
            : words[
                "card.market-group",
                name,
                Years(years),
                inGroup.Count == 0 ? words["card.none"] : Years(inGroup)
            ];
    }

    private string Years(IReadOnlyList<int> years) => words.List(years.Select(words.Year));

    private string Of(decimal points, decimal max) =>
        words["card.of", words.Points(points), words.Number(max)];

    private void Years(TextWriter into, string label, IReadOnlyDictionary<int, decimal> amounts)
    {
        var years = amounts
            .OrderBy(a => a.Key)
            .Select(a => $"{words.Year(a.Key)}: {words.Number(a.Value)}")
            .ToList();
        Line(into, label, years.Count == 0 ? words["card.none"] : string.Join("   ", years));
    }

    /// <summary>Nothing is written where there is nothing to say.</summary>
    private void Line(TextWriter into, string label, string text, string indent = "  ")
    {
        if (text.Length > 0)
        {
            into.WriteLine($"{indent}{words[label].PadRight(LabelWidth)}  {text}");
        }
    }
}
