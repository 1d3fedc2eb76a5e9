using Karvan.Rules.Explanations;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Pages;

/// <summary>How a measure becomes points, in words: every kind of rule.</summary>
internal sealed class RuleWords(Wording words)
{
    /// <summary>Sentences, the rule first.</summary>
    public IEnumerable<string> Sentences(Criterion criterion)
    {
        var max = words.Number(criterion.Max.Value);
        return criterion.Rule switch
        {
            BandsRule rule => Bands(rule),
            SharesRule { TakeLargest: true } => [words["page.rule.shares-largest", max]],
            SharesRule => [words["page.rule.shares-weighted", max]],
            CountRule rule =>
            [
                words[CountKey(criterion.Measure), words.Number(rule.Each.Value), max],
            ],
            AnyRule => [words[AnyKey(criterion.Measure), max]],
            GradedRule => [words["page.rule.graded"]],
            JudgedRule => [words["page.rule.judged", max]],
            PositiveRule rule => Positive(rule, criterion.Measure, max),
            RelativeRule => [words["page.rule.relative", max], words["page.rule.removed"]],
            RankedRule rule =>
            [
                words["page.rule.ranked", words.Number(rule.Classes.Count)],
                words["page.rule.removed"],
            ],
            _ => throw new InvalidOperationException(
                $"No words for {criterion.Rule.GetType().Name}."
            ),
        };
    }

    /// <summary>The values a band holds, without its points.</summary>
    /// <param name="index">−1 stands for what lies below the first band.</param>
    public string Range(BandsRule rule, int index)
    {
        var side = rule.Boundary is Boundary.Lower ? "lower" : "upper";
        if (index < 0)
        {
            return words["page.band-below-" + side, words.Number(rule.Bands[0].From)];
        }
        var from = words.Number(rule.Bands[index].From);
        return index + 1 < rule.Bands.Count
            ? words["page.band-between-" + side, from, words.Number(rule.Bands[index + 1].From)]
            : words["page.band-last-" + side, from];
    }

    private IEnumerable<string> Bands(BandsRule rule)
    {
        if (rule.Linear)
        {
            yield return words["page.rule.bands-linear"];
            yield break;
        }
        yield return words["page.rule.bands-step"];
        yield return words[
            rule.Boundary is Boundary.Lower ? "page.rule.holds-lower" : "page.rule.holds-upper",
            words.Number(rule.Bands[^1].From)
        ];
    }

    private IEnumerable<string> Positive(PositiveRule rule, Measure measure, string max)
    {
        if (!rule.TimesFxReturn)
        {
            yield return words[
                measure is ExportCountries
                    ? "page.rule.positive-country"
                    : "page.rule.positive-value",
                max
            ];
            yield break;
        }
        yield return words[
            rule.AwardFactor ? "page.rule.positive-share" : "page.rule.positive-product",
            max
        ];
        yield return words["page.rule.factor-unknown"];
    }

    private static string CountKey(Measure measure) =>
        measure is ExportCountries or AcceptedEvidence { Distinct: Distinct.Country }
            ? "page.rule.count-countries"
            : "page.rule.count-items";

    private static string AnyKey(Measure measure) =>
        measure is ExportCountries ? "page.rule.positive-country" : "page.rule.any";
}
