using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Scoring;

namespace Karvan.Rules.Cases;

/// <summary>Scores worked cases and holds what comes out against what they say.</summary>
public static class CaseRunner
{
    /// <param name="books">The same the cases were read with.</param>
    /// <exception cref="ArgumentException">The book does not load under the readings of a case.</exception>
    public static IReadOnlyList<CaseResult> Run(
        RulebookVariants books,
        IEnumerable<WorkedCase> cases
    )
    {
        ArgumentNullException.ThrowIfNull(books);
        return [.. cases.Select(c => Run(Book(books, c), c))];
    }

    public static Rulebook Book(RulebookVariants books, WorkedCase worked) =>
        books.With(worked.Choices) is { Rulebook: { } book }
            ? book
            : throw new ArgumentException(
                $"The book does not load under the readings of '{worked.Name}'.",
                nameof(books)
            );

    /// <summary>The facts of a case, as the engine takes them.</summary>
    public static ExporterFacts Facts(Rulebook book, WorkedCase worked)
    {
        var roster = Roster.Of(worked.Exporters.Select(e => e.Exporter));
        var byId = worked.Exporters.ToDictionary(e => e.Exporter.Id, StringComparer.Ordinal);
        var trade = FactBuilder.Build(book, FactPlan.For(book), roster, id => byId[id].Lines);
        var evidence = worked.Exporters.SelectMany(e =>
            e.Evidence.Select(row => row with { Firm = roster.RowOf(e.Exporter.Id) })
        );
        return new ExporterFacts(
            roster,
            trade,
            new EvidenceRows(roster.Count, [.. evidence]),
            [.. roster.Exporters.Select(e => byId[e.Id].Compliance)]
        );
    }

    private static CaseResult Run(Rulebook book, WorkedCase worked)
    {
        var sheet = ScoreSheet.Score(book, Facts(book, worked));
        var standings = Standings.Of(sheet, worked.Winners, worked.Within);
        var mismatches = new List<CaseMismatch>();
        foreach (var exporter in worked.Exporters)
        {
            var row = sheet.Facts.Roster.RowOf(exporter.Exporter.Id);
            foreach (var expected in exporter.Expected)
            {
                var found = Found(expected, sheet, standings, row);
                if (!string.Equals(found, expected.Value, StringComparison.Ordinal))
                {
                    var whose = worked.Exporters.Count == 1 ? "" : exporter.Exporter.Id;
                    mismatches.Add(new CaseMismatch(worked, whose, expected, found));
                }
            }
        }
        return new CaseResult(worked, mismatches);
    }

    private static string Found(
        CaseExpectation expected,
        ScoreSheet sheet,
        Standings standings,
        int row
    )
    {
        switch (expected.Subject)
        {
            case CaseSubject.Total:
                return new Points(sheet.TotalOf(row)).ToString();
            case CaseSubject.Rank:
                var rank = standings.Ranks[row];
                return rank == 0 ? CaseExpectations.NoRank : $"{rank}";
            case CaseSubject.Status:
                return standings.Statuses[row].Name();
            default:
                var column = sheet.Columns[Place(sheet.Book, expected.Criterion)];
                return expected.Subject is CaseSubject.State
                    ? column.States[row].Name()
                    : new Points(column.Points[row]).ToString();
        }
    }

    private static int Place(Rulebook book, string criterion)
    {
        for (var i = 0; i < book.Criteria.Count; i++)
        {
            if (string.Equals(book.Criteria[i].Id, criterion, StringComparison.Ordinal))
            {
                return i;
            }
        }
        throw new InvalidOperationException($"'{criterion}' was checked against another book.");
    }
}
