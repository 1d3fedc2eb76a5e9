using Karvan.Texts;

namespace Karvan.Rules.Rulebooks;

/// <summary>One row of the rubric.</summary>
/// <param name="Clause">The clause it stands in.</param>
/// <param name="Measure">What is measured.</param>
/// <param name="Rule">How the measure becomes points, one of the closed set of kinds.</param>
/// <param name="Key">Everything its points depend on, as canonical text: two criteria with equal keys score alike.</param>
/// <param name="Acceptance">What evidence is accepted; null where none is taken, and in books that do not say.</param>
public sealed record Criterion(
    string Id,
    string Clause,
    string Group,
    LocalText Title,
    LocalText Help,
    Points Max,
    Measure Measure,
    ScoringRule Rule,
    string Key,
    Acceptance? Acceptance = null
);

/// <summary>How a measure becomes points. The set is closed, so that every rule can be checked, explained and inverted.</summary>
public abstract record ScoringRule;

/// <summary>A rule that may make one number of shares by class.</summary>
public interface IWeighShares
{
    /// <summary>Hundredths of a per cent, in the order of the measure's classes; empty where no shares are measured.</summary>
    IReadOnlyList<int> Coefficients { get; }
}

/// <summary>Which end a band holds.</summary>
public enum Boundary
{
    /// <summary>from ≤ value &lt; to.</summary>
    Lower,

    /// <summary>from &lt; value ≤ to.</summary>
    Upper,
}

/// <param name="From">Where the band begins, in the unit of the measure.</param>
/// <param name="Points">What it gives; on a linear scale, what its beginning gives.</param>
public readonly record struct Band(decimal From, Points Points);

/// <summary>Bands in rising order. <paramref name="Below"/> is given under the first.</summary>
/// <param name="Linear">Straight lines between beginnings; from the last beginning on, its points.</param>
public sealed record BandsRule(
    Boundary Boundary,
    bool Linear,
    Points Below,
    IReadOnlyList<Band> Bands
) : ScoringRule
{
    /// <returns>The place of the band that holds a value, −1 below the first.</returns>
    public int PlaceOf(decimal value)
    {
        var place = -1;
        while (
            place + 1 < Bands.Count
            && (
                Boundary is Boundary.Lower
                    ? value >= Bands[place + 1].From
                    : value > Bands[place + 1].From
            )
        )
        {
            place++;
        }
        return place;
    }
}

/// <summary>Class shares × coefficients: the maximum × Σ share × coefficient, or × the coefficient of the largest class.</summary>
/// <param name="Coefficients">Hundredths of a per cent, in the order of the measure's classes.</param>
public sealed record SharesRule(IReadOnlyList<int> Coefficients, bool TakeLargest)
    : ScoringRule,
        IWeighShares;

/// <summary>So many points for each one counted, up to the criterion's maximum.</summary>
public sealed record CountRule(Points Each) : ScoringRule;

/// <summary>One accepted item earns the maximum.</summary>
public sealed record AnyRule : ScoringRule;

/// <summary>Per cent × the points of a level; the best accepted row counts.</summary>
public sealed record GradedRule(IReadOnlyList<Level> Levels) : ScoringRule;

public sealed record Level(string Id, Points Points);

/// <summary>The points a reviewer gave, 0 to the maximum; the best accepted row counts.</summary>
public sealed record JudgedRule : ScoringRule;

/// <summary>
/// The best of the province earns the maximum and the others in proportion to it. Who is removed sets no standard.
/// </summary>
/// <param name="Coefficients">As in <see cref="SharesRule"/> where shares are measured; otherwise empty.</param>
public sealed record RelativeRule(IReadOnlyList<int> Coefficients) : ScoringRule, IWeighShares;

/// <summary>
/// Exporters of a province with a measure above zero are put in order and cut into as many classes as there are
/// percentages, of equal size; each class earns its percentage of the maximum. Who is level is in one class, the better one.
/// </summary>
/// <param name="Classes">Hundredths of a per cent, the best class first.</param>
/// <param name="Coefficients">As in <see cref="SharesRule"/> where shares are measured; otherwise empty.</param>
public sealed record RankedRule(IReadOnlyList<int> Classes, IReadOnlyList<int> Coefficients)
    : ScoringRule,
        IWeighShares;

/// <summary>Points when the measure (× the factor) is above zero.</summary>
/// <param name="TimesFxReturn">The measure is multiplied by the currency-return ratio.</param>
/// <param name="AwardFactor">The maximum × the factor, instead of the whole maximum.</param>
public sealed record PositiveRule(bool TimesFxReturn, bool AwardFactor) : ScoringRule;
