using Karvan.Evaluation.Release;
using Karvan.Rules.Explanations;
using Karvan.Rules.Pages;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Scoring;
using Karvan.Web.Components.Drawings;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Karvan.Web.Evaluation.Pages.Dossiers;

namespace Karvan.Web.Evaluation.Pages.Cards;

/// <summary>
/// A score card as a page shows it: each criterion with its points, the numbers behind them, where the exporter stands on the
/// scale, what was decided about its items, clause and reading, and how its province lies.
/// </summary>
public sealed class ScoreCardView(
    Rulebook book,
    Explanation explained,
    CardContent content,
    PageTexts words
)
{
    private readonly CriterionWords criteria = new(book, Wording.In(words.Language));

    private Wording Wording => Wording.In(words.Language);

    public Rulebook Book => book;

    public Explanation Of => explained;

    public PointSpread? TotalSpread => Spread("");

    public IEnumerable<(CriterionGroup Group, IReadOnlyList<CardRow> Rows)> Groups =>
        book.Groups.Select(g =>
            (
                g,
                (IReadOnlyList<CardRow>)
                    [
                        .. explained
                            .Criteria.Where(c => book.Criterion(c.Id).Group == g.Id)
                            .Select(Row),
                    ]
            )
        );

    /// <summary>Amounts by year: what they are of, and a value for each year of the rulebook.</summary>
    public IEnumerable<(Said Label, IReadOnlyList<decimal> Years)> Amounts =>
        new (string Key, IReadOnlyDictionary<int, decimal> Years)[]
        {
            ("card.exports", explained.Facts.ExportsUsd),
            ("card.weight", explained.Facts.ExportsKg),
            ("card.imports", explained.Facts.ImportsUsd),
        }.Select(a =>
            (
                Said.Straight(Wording[a.Key]),
                (IReadOnlyList<decimal>)
                    [.. book.Years.All.Select(y => a.Years.GetValueOrDefault(y))]
            )
        );

    /// <summary>The final filters that the rulebook has, with what they come to.</summary>
    public IEnumerable<(Gate Gate, Said State)> Gates =>
        explained.Gates.Select(g =>
            (book.Gates.First(b => b.Id == g.Id), Said.Straight(Wording["gate." + g.State]))
        );

    /// <summary>What would have earned further points, what earns most first.</summary>
    public IReadOnlyList<CardRow> NextSteps =>
        [
            .. explained
                .Criteria.Where(c => c.Points < c.Of)
                .OrderByDescending(c => c.Of - c.Points)
                .Select(Row),
        ];

    private CardRow Row(ExplainedCriterion row)
    {
        var criterion = book.Criterion(row.Id);
        return new CardRow(
            book.Criteria.ToList().IndexOf(criterion) + 1,
            criterion,
            row,
            StateOf(row.State),
            Lines(criterion, row),
            Said.Straight(
                criteria.Next(criterion, NextStep.Of(book, criterion, row, explained.Facts))
            ),
            Scale(criterion, row),
            [.. content.Decisions.Where(d => d.Criterion == row.Id).Select(Decision)],
            [.. content.Remarks.Where(r => r.Criterion == row.Id).Select(r => r.Text)],
            Spread(row.Id),
            $"{Links.Rulebooks.Book(book.Id, book.Year)}#{PageLinks.Of(criterion)}"
        );
    }

    private PointSpread? Spread(string criterion) =>
        content.Spread.FirstOrDefault(s => s.Criterion == criterion);

    /// <summary>Label and text of the numbers behind the points; what says nothing is left out.</summary>
    private List<(Said Label, Said Text)> Lines(Criterion criterion, ExplainedCriterion row)
    {
        var readings = book.ReadingsOf(row.Id)
            .Select(r =>
                (
                    Label: "card.reading",
                    Text: Wording[r.Choices.First(c => c.Id == r.Choice).Answer]
                )
            );
        return
        [
            .. new (string Label, string Text)[]
            {
                ("card.measured", criteria.Measured(criterion, row, explained.Facts)),
                ("card.counted", criteria.Counted(row)),
                ("card.band", criteria.Band(criterion, row)),
            }
                .Concat(readings)
                .Where(l => l.Text.Length > 0)
                .Select(l => (Said.Straight(Wording[l.Label]), Said.Straight(l.Text))),
        ];
    }

    /// <summary>Points that rise along a line have no steps to draw.</summary>
    private BandScaleDrawing? Scale(Criterion criterion, ExplainedCriterion row)
    {
        if (criterion.Rule is not BandsRule { Linear: false } rule || row.Band is not { } band)
        {
            return null;
        }
        ScaleBand[] bands =
        [
            new(null, rule.Below.Value),
            .. rule.Bands.Select(b => new ScaleBand(b.From, b.Points.Value)),
        ];
        return new BandScaleDrawing(
            $"scale-{criterion.Id}",
            criterion.Title.In(words),
            Said.Straight(Wording["unit." + criterion.Measure.Unit]),
            bands,
            Array.FindIndex(bands, b => b.From == band.From)
        );
    }

    private CardItem Decision(CardDecision of)
    {
        var name = string.Join(
            words.IsPersian ? "، " : ", ",
            new[]
            {
                of.Item,
                of.Country is { } country && !of.Item.Contains(country, StringComparison.Ordinal)
                    ? PlaceNames.Country(country, words)
                    : "",
            }.Where(t => t.Length > 0)
        );
        return new CardItem(
            name.Length > 0 ? PageTexts.Name(name) : book.Criterion(of.Criterion).Title.In(words),
            of.Decision is { } decision
                ? new Status(
                    $"review.decision.{decision}",
                    decision is Karvan.Evaluation.Reviews.ReviewDecision.Accepted
                        ? StatusKind.Good
                        : StatusKind.Bad
                )
                : new Status("score-card.proven", StatusKind.Good),
            of.Number is { } number ? words["review.number", ("number", number)] : null,
            of.Reason is { } reason ? words[$"review.reason.{reason}"] : null,
            of.Remark
        );
    }

    private static Status StateOf(ScoreState state) =>
        new(
            $"score-card.state.{state}",
            state switch
            {
                ScoreState.Scored => StatusKind.Good,
                ScoreState.Rejected => StatusKind.Bad,
                ScoreState.Pending => StatusKind.Going,
                _ => StatusKind.Quiet,
            }
        );
}

/// <summary>One criterion of a score card.</summary>
/// <param name="Place">From 1, in the order of the rulebook.</param>
/// <param name="Clause">The address of its clause on the rulebook's page.</param>
/// <param name="Spread">Null where too few were scored to tell.</param>
public sealed record CardRow(
    int Place,
    Criterion Criterion,
    ExplainedCriterion Row,
    Status State,
    IReadOnlyList<(Said Label, Said Text)> Lines,
    Said Next,
    BandScaleDrawing? Scale,
    IReadOnlyList<CardItem> Items,
    IReadOnlyList<string> Remarks,
    PointSpread? Spread,
    string Clause
);

/// <summary>An item with what was decided about it.</summary>
public sealed record CardItem(
    Said Name,
    Status Decision,
    Said? Number,
    Said? Reason,
    string? Remark
);
