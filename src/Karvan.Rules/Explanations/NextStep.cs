using Karvan.Rules.Rulebooks;
using Karvan.Rules.Scoring;

namespace Karvan.Rules.Explanations;

/// <summary>What would earn the next points of a criterion.</summary>
public abstract record NextStep
{
    /// <summary>The rule of a criterion turned round, from where the exporter stands.</summary>
    public static NextStep Of(
        Rulebook book,
        Criterion criterion,
        ExplainedCriterion scored,
        ExplainedFacts facts
    ) =>
        scored.Points >= criterion.Max.Value
            ? new NothingMore()
            : criterion.Rule switch
            {
                BandsRule rule when criterion.Measure is ValuePerWeight measure => PerWeight(
                    book,
                    rule,
                    measure,
                    scored,
                    facts
                ),
                BandsRule rule => Band(rule, scored),
                CountRule rule => new OneMore(
                    Math.Min(rule.Each.Value, criterion.Max.Value - scored.Points)
                ),
                AnyRule => new OneMore(criterion.Max.Value),
                SharesRule => new HigherShares(criterion.Max.Value),
                GradedRule or JudgedRule => new BetterReview(criterion.Max.Value),
                PositiveRule rule => Positive(rule, criterion, scored, facts),
                _ => throw new InvalidOperationException(
                    $"No way back from {criterion.Rule.GetType().Name}."
                ),
            };

    private static NextStep Band(BandsRule rule, ExplainedCriterion scored)
    {
        var value = scored.Value ?? 0;
        var next = Next(rule, value);
        return new MoreValue(next.From - value, Beyond(rule), next.Points.Value);
    }

    /// <summary>At the same weight, so much more value: threshold × weight − value, never a rounded quotient.</summary>
    private static NextStep PerWeight(
        Rulebook book,
        BandsRule rule,
        ValuePerWeight measure,
        ExplainedCriterion scored,
        ExplainedFacts facts
    )
    {
        var years = measure.Years.Indexes.Select(i => book.Years.All[i]).ToList();
        var usd = years.Sum(y => facts.ExportsUsd.GetValueOrDefault(y));
        var kilograms = years.Sum(y => facts.ExportsKg.GetValueOrDefault(y));
        if (kilograms == 0)
        {
            return usd > 0
                ? new WeightMissing()
                : new MoreValuePerWeight(
                    null,
                    rule.Bands[0].From,
                    Beyond(rule),
                    rule.Bands[0].Points.Value
                );
        }
        var next = rule.Bands.First(b =>
            b.Points.Value > scored.Points
            && (Beyond(rule) ? usd <= b.From * kilograms : usd < b.From * kilograms)
        );
        return new MoreValuePerWeight(
            next.From * kilograms - usd,
            next.From,
            Beyond(rule),
            next.Points.Value
        );
    }

    private static NextStep Positive(
        PositiveRule rule,
        Criterion criterion,
        ExplainedCriterion scored,
        ExplainedFacts facts
    )
    {
        if (scored.State is ScoreState.NoData)
        {
            return new ComplianceMissing();
        }
        if (rule.TimesFxReturn && (facts.FxReturnRatio == 0 || scored.Points > 0))
        {
            return new HigherReturn(criterion.Max.Value);
        }
        return criterion.Measure is ExportCountries
            ? new OneMore(criterion.Max.Value)
            : new MoreValue(-(scored.Value ?? 0), Beyond: true, criterion.Max.Value);
    }

    private static Band Next(BandsRule rule, decimal value) =>
        rule.Bands.First(b => Beyond(rule) ? value <= b.From : value < b.From);

    /// <summary>Where a band holds its upper end, its beginning itself does not suffice.</summary>
    private static bool Beyond(BandsRule rule) => rule.Boundary is Boundary.Upper;
}

/// <summary>The maximum is reached.</summary>
public sealed record NothingMore : NextStep;

/// <param name="Missing">In the unit of the measure.</param>
/// <param name="Beyond">More than that is needed, not just that.</param>
/// <param name="Points">What the criterion gives then.</param>
public sealed record MoreValue(decimal Missing, bool Beyond, decimal Points) : NextStep;

/// <param name="MissingUsd">More value at the same weight; null while nothing is exported.</param>
/// <param name="UsdPerKg">The next threshold.</param>
/// <param name="Beyond">More than that is needed, not just that.</param>
/// <param name="Points">What the criterion gives then.</param>
public sealed record MoreValuePerWeight(
    decimal? MissingUsd,
    decimal UsdPerKg,
    bool Beyond,
    decimal Points
) : NextStep;

/// <summary>There is value, but no net weight.</summary>
public sealed record WeightMissing : NextStep;

/// <summary>One more country or accepted item.</summary>
/// <param name="Gain">Points more.</param>
public sealed record OneMore(decimal Gain) : NextStep;

/// <summary>More of the value in classes with higher coefficients.</summary>
public sealed record HigherShares(decimal Most) : NextStep;

/// <summary>A better accepted row.</summary>
public sealed record BetterReview(decimal Most) : NextStep;

/// <summary>Nothing is known of the return of currency.</summary>
public sealed record ComplianceMissing : NextStep;

/// <summary>More of the currency returned.</summary>
public sealed record HigherReturn(decimal Most) : NextStep;
