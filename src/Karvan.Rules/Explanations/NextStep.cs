using Karvan.Rules.Facts;
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
                BandsRule rule when LastWeights.Of(book, criterion.Measure) is { } weight => Value(
                    rule,
                    scored,
                    weight
                ),
                BandsRule rule => Count(rule, scored),
                CountRule rule => new OneMore(
                    Math.Min(rule.Each.Value, criterion.Max.Value - scored.Points)
                ),
                AnyRule => new OneMore(criterion.Max.Value),
                SharesRule => new HigherShares(criterion.Max.Value),
                GradedRule or JudgedRule => new BetterReview(criterion.Max.Value),
                PositiveRule rule => Positive(book, rule, criterion, scored, facts),
                RelativeRule or RankedRule => new CloserToBest(criterion.Max.Value),
                _ => throw new InvalidOperationException(
                    $"No way back from {criterion.Rule.GetType().Name}."
                ),
            };

    private static MoreExports Value(BandsRule rule, ExplainedCriterion scored, LastWeights last)
    {
        var value = scored.Value ?? 0;
        var next = Next(rule, scored);
        return new MoreExports(
            last.Cents(next.From - value, Beyond(rule)),
            last.Year,
            next.Points.Value
        );
    }

    private static MoreCounted Count(BandsRule rule, ExplainedCriterion scored)
    {
        var value = scored.Value ?? 0;
        var next = Next(rule, scored);
        // Counts are whole: more than four is five.
        return new MoreCounted(next.From - value + (Beyond(rule) ? 1 : 0), next.Points.Value);
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
        var (usd, kilograms) = scored.Quotient(book, measure, facts);
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
        Rulebook book,
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
        var award = Award(book, rule, criterion, facts);
        if (award == 0 || scored.Value > 0)
        {
            return new HigherReturn(criterion.Max.Value);
        }
        return LastWeights.Of(book, criterion.Measure) is { } last
            ? new MoreExports(
                last.CentsAboveZero(criterion.Measure, scored, facts),
                last.Year,
                award
            )
            : new OneMore(award);
    }

    /// <summary>What a value above zero earns with the currency returned so far.</summary>
    private static decimal Award(
        Rulebook book,
        PositiveRule rule,
        Criterion criterion,
        ExplainedFacts facts
    )
    {
        if (!rule.TimesFxReturn)
        {
            return criterion.Max.Value;
        }
        var ratio = (Int128)((facts.FxReturnRatio ?? 0) * EvidenceRow.One);
        if (!rule.AwardFactor)
        {
            return ratio > 0 ? criterion.Max.Value : 0;
        }
        var hundredths = Quotient.Round(
            criterion.Max.Hundredths * ratio,
            EvidenceRow.One,
            book.Rounding
        );
        return new Points((int)hundredths).Value;
    }

    /// <summary>The first band that gives more, and that the value does not hold yet.</summary>
    private static Band Next(BandsRule rule, ExplainedCriterion scored)
    {
        var value = scored.Value ?? 0;
        return rule.Bands.First(b =>
            b.Points.Value > scored.Points && (Beyond(rule) ? value <= b.From : value < b.From)
        );
    }

    /// <summary>
    /// Where a band holds its upper end, its beginning itself does not suffice. On a straight line it does, whichever
    /// end a band holds.
    /// </summary>
    private static bool Beyond(BandsRule rule) =>
        rule is { Boundary: Boundary.Upper, Linear: false };
}

/// <summary>The maximum is reached.</summary>
public sealed record NothingMore : NextStep;

/// <summary>More exports in a year that still counts, to any country.</summary>
/// <param name="Usd">The least that suffices, in whole cents.</param>
/// <param name="Year">The last year with a weight.</param>
/// <param name="Points">What the criterion gives then.</param>
public sealed record MoreExports(decimal Usd, int Year, decimal Points) : NextStep;

/// <param name="Missing">So many countries or items more.</param>
/// <param name="Points">What the criterion gives then.</param>
public sealed record MoreCounted(decimal Missing, decimal Points) : NextStep;

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

/// <summary>More, beside what the others of the province have.</summary>
public sealed record CloserToBest(decimal Most) : NextStep;

/// <summary>Nothing is known of the return of currency.</summary>
public sealed record ComplianceMissing : NextStep;

/// <summary>More of the currency returned.</summary>
public sealed record HigherReturn(decimal Most) : NextStep;
