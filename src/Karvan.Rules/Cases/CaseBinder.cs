using Karvan.Rules.Grammar;
using Karvan.Rules.Loading;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Cases;

/// <summary>Turns a case whose shape has been checked into facts and expectations, or reports what does not fit the book.</summary>
internal sealed class CaseBinder(string file, RulebookVariants books, Rulebook own, Cursor? lines)
{
    private readonly IReadOnlyList<string> clauses =
    [
        .. own
            .Criteria.Select(c => c.Clause)
            .Concat(own.Gates.Select(g => g.Clause))
            .Concat(own.Readings.Select(r => r.Clause))
            .Append(own.Ranking.Clause)
            .Distinct(StringComparer.Ordinal),
    ];

    public WorkedCase? Bind(Cursor entry)
    {
        var clause = entry["clause"];
        if (!clauses.Contains(clause.Text, StringComparer.Ordinal))
        {
            clause.RefuseUnknown("clause", clauses);
        }
        var choices = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Book(entry.Maybe("readings"), choices) is not { } book)
        {
            return null;
        }
        var exporters = Exporters(entry, book);
        var expected = exporters.SelectMany(e => e.Expected).ToList();
        if (exporters.Count > 0 && expected.Count == 0)
        {
            entry.Refuse("nothing-expected", "no expectation", "expect, states, rank or status");
        }
        var winners = entry.Maybe("winners");
        if (winners is null && expected.Exists(e => e.Subject is CaseSubject.Status))
        {
            entry.Refuse("missing-key", "a status without 'winners'", "'winners': how many places");
        }
        var within = entry.Maybe("within")?.Text;
        return new WorkedCase(
            file,
            entry.Node.At,
            entry["name"].Text,
            clause.Text,
            choices,
            winners?.Whole ?? 0,
            within is null ? book.Ranking.Within
                : within is "province" ? RankingPool.Province
                : RankingPool.ProvinceAndGroup,
            exporters
        );
    }

    /// <summary>The book with the readings of the case put in.</summary>
    private Rulebook? Book(Cursor? readings, Dictionary<string, string> choices)
    {
        if (readings is not { } given)
        {
            return own;
        }
        var known = true;
        foreach (var (name, value) in given.Named)
        {
            var reading = own.Readings.FirstOrDefault(r =>
                string.Equals(r.Id, name.Text, StringComparison.Ordinal)
            );
            if (reading is null)
            {
                name.RefuseUnknown("reading", own.Readings.Select(r => r.Id));
                known = false;
            }
            else if (
                !reading.Choices.Any(c => string.Equals(c.Id, value.Text, StringComparison.Ordinal))
            )
            {
                value.RefuseUnknown("choice", reading.Choices.Select(c => c.Id));
                known = false;
            }
            choices[name.Text] = value.Text;
        }
        if (!known)
        {
            return null;
        }
        var load = books.With(choices);
        if (load.Rulebook is null)
        {
            given.Refuse(
                "readings-do-not-fit",
                $"readings under which the book does not load ({load.Problems[0]})",
                "readings that go together"
            );
        }
        return load.Rulebook;
    }

    private List<CaseExporter> Exporters(Cursor entry, Rulebook book)
    {
        var binder = new CaseExporterBinder(book, lines);
        if (entry.Maybe("exporters") is not { } many)
        {
            return [binder.Bind(entry, "exporter")];
        }
        foreach (var key in CaseGrammar.ExporterKeyNames)
        {
            entry
                .Maybe(key)
                ?.Refuse(
                    "misplaced-key",
                    $"'{key}' beside 'exporters'",
                    "it in one of the exporters"
                );
        }
        var bound = new List<CaseExporter>();
        foreach (var exporter in many.Items)
        {
            var id = exporter["id"];
            if (bound.Exists(e => string.Equals(e.Exporter.Id, id.Text, StringComparison.Ordinal)))
            {
                id.Refuse("repeated-id", $"'{id.Text}' a second time", "each exporter once");
            }
            bound.Add(binder.Bind(exporter, id.Text));
        }
        return bound;
    }
}
