using Karvan.Rules.Reference;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Scoring;

namespace Karvan.Rules.Explanations;

/// <summary>Puts the trail of one criterion into words: the arithmetic with its numbers, what counted, the band, the next step.</summary>
public sealed class CriterionWords(Rulebook book, Wording words)
{
    /// <summary>How the measure came about, so that a person can do it again by hand; empty where items say it all.</summary>
    public string Measured(Criterion criterion, ExplainedCriterion row, ExplainedFacts facts) =>
        Compared(criterion, row) is { Length: > 0 } compared
            ? compared
            : criterion.Measure switch
            {
                ExportValue m => words[
                    "how.sum",
                    words.List(Of(m.Years).Select(words.Year)),
                    Amount(row)
                ],
                WeightedExports m => words[
                    "how.weighted",
                    Terms(m.Weights, facts.ExportsUsd, minus: false),
                    Amount(row)
                ],
                NetTrade m => NetTrade(m, criterion, row, facts),
                ValuePerWeight m => PerWeight(m, row, facts),
                TechnologyShares m => Shares(m, criterion, facts),
                MarketShares => words["how.market-share", words.Number(row.Of), Items(row)],
                AcceptedEvidence => Judged(criterion, row),
                _ => "",
            };

    public string Counted(ExplainedCriterion row) =>
        row.Items.Count == 0 ? "" : $"{words.Number(row.Items.Count)}: {Items(row)}";

    public string Band(Criterion criterion, ExplainedCriterion row)
    {
        if (
            criterion.Rule is not BandsRule rule
            || row.Band is not { } band
            || row.State is ScoreState.NoData
        )
        {
            return "";
        }
        var unit = words["unit." + criterion.Measure.Unit];
        string With(decimal value) => words.Number(value) + " " + unit;
        if (rule.Linear && band is { From: { } start, To: { } end })
        {
            return words["band.line", With(start), With(end)];
        }
        var points = words.Number(band.Points);
        var side = rule.Boundary is Boundary.Lower ? "lower" : "upper";
        return band switch
        {
            { From: null, To: { } to } => words["band.below", With(to), points],
            { From: { } from, To: { } to } => words[
                "band.between-" + side,
                With(from),
                With(to),
                points
            ],
            { From: { } from } => words["band.last-" + side, With(from), points],
            _ => "",
        };
    }

    public string Next(Criterion criterion, NextStep step) =>
        step switch
        {
            NothingMore => words["next.nothing"],
            MoreExports s => words[
                "next.exports",
                words.Number(s.Usd),
                words.Year(s.Year),
                words.Number(s.Points)
            ],
            MoreCounted s => words[
                "next.count",
                words.Number(s.Missing),
                words["unit." + criterion.Measure.Unit],
                words.Number(s.Points)
            ],
            MoreValuePerWeight { MissingUsd: { } missing } s => words[
                s.Beyond ? "next.per-weight-beyond" : "next.per-weight",
                words.Number(missing),
                words.Number(s.UsdPerKg),
                words.Number(s.Points)
            ],
            MoreValuePerWeight s => words[
                "next.per-weight-first",
                words.Number(s.UsdPerKg),
                words.Number(s.Points)
            ],
            WeightMissing => words["next.weight-missing"],
            OneMore s => words[
                CountsCountries(criterion) ? "next.one-more-country" : "next.one-more-item",
                words.Number(s.Gain)
            ],
            HigherShares s => words["next.shares", words.Number(s.Most)],
            BetterReview s => words["next.review", words.Number(s.Most)],
            CloserToBest s => words["next.compared", words.Number(s.Most)],
            ComplianceMissing => words["next.compliance"],
            HigherReturn s => words["next.return", words.Number(s.Most)],
            _ => throw new InvalidOperationException($"No words for {step.GetType().Name}."),
        };

    /// <summary>The arithmetic of a criterion that compares exporters; empty for others.</summary>
    private string Compared(Criterion criterion, ExplainedCriterion row)
    {
        var unit = words["unit." + criterion.Measure.Unit];
        return (criterion.Rule, row) switch
        {
            (RelativeRule, { Best: null or 0 }) => words["how.nobody"],
            (RelativeRule, { Best: { } best }) => words[
                "how.relative",
                words.Number(row.Value ?? 0),
                words.Number(best),
                unit,
                words.Number(row.Of)
            ],
            (RankedRule, { Place: { Place: { } place } p }) => words[
                "how.ranked",
                words.Number(place),
                words.Number(p.Among),
                words.Number(row.Value ?? 0),
                unit
            ],
            (RankedRule, { Place: { } p }) => words["how.unranked", words.Number(p.Among)],
            _ => "",
        };
    }

    private static bool CountsCountries(Criterion criterion) =>
        criterion.Measure is ExportCountries or AcceptedEvidence { Distinct: Distinct.Country };

    private IEnumerable<int> Of(YearSet years) => years.Indexes.Select(i => book.Years.All[i]);

    private string Amount(ExplainedCriterion row) => words.Number(row.Value ?? 0);

    private string Terms(YearWeights weights, IReadOnlyDictionary<int, decimal> amounts, bool minus)
    {
        var terms = Enumerable
            .Range(0, book.Years.Count)
            .Where(i => weights.ByYear[i] != 0)
            .OrderByDescending(i => i)
            .Select(i =>
                words[
                    (weights.IsSimpleMean ? "how.mean-term" : "how.weighted-term")
                        + (minus ? "-minus" : ""),
                    words.Number(weights.IsSimpleMean ? weights.Sum : weights.ByYear[i] / 100m),
                    words.Number(amounts.GetValueOrDefault(book.Years.All[i]))
                ]
            );
        return string.Join(minus ? " " : " + ", terms);
    }

    private string NetTrade(
        NetTrade measure,
        Criterion criterion,
        ExplainedCriterion row,
        ExplainedFacts facts
    )
    {
        var sum = words[
            "how.weighted",
            Terms(measure.Exports, facts.ExportsUsd, minus: false)
                + " "
                + Terms(measure.Imports, facts.ImportsUsd, minus: true),
            Amount(row)
        ];
        if (criterion.Rule is not PositiveRule { TimesFxReturn: true })
        {
            return sum;
        }
        var times = facts.FxReturnRatio is { } ratio
            ? words["how.times-ratio", Amount(row), words.Number(ratio)]
            : words["how.times-unknown", Amount(row)];
        return sum + "; " + times;
    }

    private string PerWeight(ValuePerWeight measure, ExplainedCriterion row, ExplainedFacts facts)
    {
        var (usd, kilograms) = row.Quotient(book, measure, facts);
        var quotient = row.Value * kilograms == usd ? "how.quotient" : "how.quotient-cut";
        return kilograms > 0
                ? words[quotient, words.Number(usd), words.Number(kilograms), Amount(row)]
            : usd > 0 ? words["how.no-weight", words.Number(usd)]
            : words["how.nothing"];
    }

    private string Shares(TechnologyShares measure, Criterion criterion, ExplainedFacts facts)
    {
        var table = facts.ClassesUsd.GetValueOrDefault(
            measure.Table.Id + "/" + measure.Table.Editions[measure.Edition].Id
        );
        if (table is null || table.Count == 0)
        {
            return words["how.nothing"];
        }
        var rule = (SharesRule)criterion.Rule;
        var parts = measure
            .Table.Classes.Select((c, i) => (c, i))
            .Where(c => table.ContainsKey(c.c.Id))
            .Select(c =>
                words[
                    "how.share",
                    words[c.c.Text],
                    words.Number(table[c.c.Id]),
                    words.Number(rule.Coefficients[c.i] / 100m)
                ]
            )
            .ToList();
        var max = words.Number(criterion.Max.Value);
        return rule.TakeLargest
            ? words["how.largest", max, words.List(parts)]
            : words["how.shares", max, string.Join(" + ", parts), words.Number(table.Values.Sum())];
    }

    private string Judged(Criterion criterion, ExplainedCriterion row)
    {
        if (row.Items is not [{ Quantity: { } quantity } best, ..])
        {
            return "";
        }
        return criterion.Rule is GradedRule rule
            ? words[
                "how.graded",
                words.Number(quantity),
                words.Number(
                    rule.Levels.First(l =>
                        string.Equals(l.Id, best.Level, StringComparison.Ordinal)
                    ).Points.Value
                ),
                words.Latin(best.Level!)
            ]
            : words["how.judged", words.Number(quantity)];
    }

    private string Items(ExplainedCriterion row) =>
        words.List(
            row.Items.Select(item =>
            {
                var country = item.Country is { } code
                    ? ReferenceTable.Countries.Name(code, words.Language)
                    : null;
                var name = item.Item is { } text ? Wording.Foreign(text) : null;
                return name is null ? country ?? "?"
                    : country is null ? name
                    : $"{name} ({country})";
            })
        );
}
