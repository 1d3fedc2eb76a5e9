using Karvan.Customs.Trade;
using Karvan.Evaluation.Campaigns;
using Karvan.Evidence.Items;
using Karvan.Platform.Persistence;
using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Scoring;

namespace Karvan.Evaluation.Dossiers;

/// <summary>What a criterion would come to.</summary>
/// <param name="Items">How many items it has, complete or not.</param>
/// <param name="Incomplete">How many of them still lack something.</param>
/// <param name="IsCompared">Whether the points depend on other exporters of the province, so that nobody can tell yet.</param>
public sealed record CriterionPoints(
    Criterion Criterion,
    Points Points,
    ScoreState State,
    int Items,
    int Incomplete,
    bool IsCompared
);

/// <summary>What a dossier would come to if everything complete in it were accepted.</summary>
public sealed record PreviewedPoints(IReadOnlyList<CriterionPoints> Criteria)
{
    public decimal Total => Criteria.Sum(c => c.Points.Value);
}

/// <summary>Scores one dossier as its firm puts it together, by the engine itself, on the facts of customs as they stand.</summary>
public sealed class DossierPoints(KarvanContext db, FactsInForce facts)
{
    /// <summary>All criteria.</summary>
    public async Task<PreviewedPoints> Of(
        Dossier dossier,
        Rulebook book,
        IReadOnlyList<EvidenceItem> items,
        CancellationToken cancellation = default
    )
    {
        var numbers = await FirmNumbers.Of(db, dossier.EnterpriseId, cancellation);
        var roster = Roster.Of([
            new Exporter(
                numbers.Exporter,
                "",
                dossier.Province,
                GroupOf(book, dossier.ProductGroup)
            ),
        ]);
        var trade = await facts.Of(
            dossier.Province,
            book,
            FactPlan.For(book),
            roster,
            _ => numbers.All,
            cancellation
        );
        return Score(book, roster, trade, items);
    }

    /// <summary>Criteria that items alone decide: quick, since no customs line is read.</summary>
    public static PreviewedPoints OfItems(Rulebook book, IReadOnlyList<EvidenceItem> items)
    {
        var roster = Roster.Of([new Exporter("0", "", "00", -1)]);
        var trade = FactBuilder.Build(book, FactPlan.For(book), roster, _ => []);
        var scored = Score(book, roster, trade, items);
        return new PreviewedPoints([
            .. scored.Criteria.Where(c =>
                c.Criterion.Measure is AcceptedEvidence { ExportedTo.Count: 0 }
            ),
        ]);
    }

    /// <returns>The place of a product group in its book; −1 for all goods.</returns>
    public static int GroupOf(Rulebook book, string? group) =>
        group is null
            ? -1
            : book
                .ProductGroups.ToList()
                .FindIndex(g => string.Equals(g.Id, group, StringComparison.Ordinal));

    private static PreviewedPoints Score(
        Rulebook book,
        Roster roster,
        TradeFacts trade,
        IReadOnlyList<EvidenceItem> items
    )
    {
        var complete = items
            .Where(i => EvidenceGaps.Of(book.Criterion(i.Criterion), i).Count == 0)
            .ToList();
        var rows = complete.ConvertAll(i =>
            DossierRows.Row(
                book,
                0,
                DossierRows.PlaceOf(book, i.Criterion),
                i,
                EvidenceStatus.Accepted,
                i.Hundredths,
                i.Level
            )
        );
        var sheet = ScoreSheet.Score(
            book,
            new ExporterFacts(roster, trade, new EvidenceRows(1, rows.ToArray()), new Compliance[1])
        );
        return new PreviewedPoints([
            .. book.Criteria.Select(
                (criterion, place) =>
                    new CriterionPoints(
                        criterion,
                        new Points(sheet.Columns[place].Points[0]),
                        sheet.Columns[place].States[0],
                        items.Count(i => i.Criterion == criterion.Id),
                        items.Count(i => i.Criterion == criterion.Id)
                            - complete.Count(i => i.Criterion == criterion.Id),
                        criterion.Rule is RelativeRule or RankedRule
                    )
            ),
        ]);
    }
}
