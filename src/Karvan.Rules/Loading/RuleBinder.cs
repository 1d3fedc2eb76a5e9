using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Loading;

/// <summary>The closed set of kinds: each is checked against its measure and its maximum.</summary>
internal static class RuleBinder
{
    public static ScoringRule? Bind(Cursor criterion, Measure measure)
    {
        var max = criterion["max"].Points;
        switch (criterion["kind"].Text)
        {
            case "bands":
                return Bands(criterion, measure, max);
            case "shares":
                return Shares(criterion, measure, max);
            case "count":
                return Count(criterion, measure, max);
            case "any":
                Fits(
                    criterion,
                    measure,
                    measure is AcceptedEvidence or ExportCountries,
                    "evidence or export-countries"
                );
                return new AnyRule();
            case "graded":
                return Graded(criterion, measure, max);
            case "judged":
                Fits(criterion, measure, measure is AcceptedEvidence, "evidence");
                return new JudgedRule();
            case "positive":
                return Positive(criterion, measure);
            case "relative":
                return Comparison(criterion, measure) is { } weights
                    ? new RelativeRule(weights)
                    : null;
            case "ranked":
                var classes = Classes(criterion["classes"]);
                return Comparison(criterion, measure) is { } coefficients
                    ? new RankedRule(classes, coefficients)
                    : null;
            default:
                throw new InvalidOperationException(
                    $"The grammar allows the kind '{criterion["kind"].Text}', but nothing binds it."
                );
        }
    }

    private static BandsRule? Bands(Cursor criterion, Measure measure, Points max)
    {
        if (measure is TechnologyShares or MarketShares or NetTrade)
        {
            const string Wanted =
                "export-value, weighted-exports, value-per-weight, export-countries or evidence";
            Fits(criterion, measure, false, Wanted);
            return null;
        }
        RefuseRows(criterion, measure);
        return BandsBinder.Bind(criterion, measure, max);
    }

    private static SharesRule? Shares(Cursor criterion, Measure measure, Points max)
    {
        if (ClassesOf(measure) is not { } classes)
        {
            Fits(criterion, measure, false, "technology-shares or market-shares");
            return null;
        }
        return new SharesRule(
            Coefficients(criterion["coefficients"], classes, max),
            criterion["take"].Text is "largest"
        );
    }

    /// <summary>What exporters of a province may be compared by; net trade may be below zero and is no such thing.</summary>
    /// <returns>Coefficients of shares, empty for other measures; null when the measure does not fit (reported).</returns>
    private static IReadOnlyList<int>? Comparison(Cursor criterion, Measure measure)
    {
        if (measure is NetTrade)
        {
            Fits(criterion, measure, false, "any but net-trade");
            return null;
        }
        RefuseRows(criterion, measure);
        var cursor = criterion.Maybe("coefficients");
        if (ClassesOf(measure) is not { } classes)
        {
            cursor?.Refuse(
                "coefficients-without-shares",
                $"coefficients beside '{measure.Name}'",
                "none: only shares by class have them"
            );
            return [];
        }
        if (cursor is not { } given)
        {
            criterion.Refuse(
                "missing-coefficients",
                $"the measure '{measure.Name}' without coefficients",
                "'coefficients': per cent by class, to compare exporters by"
            );
            return null;
        }
        return Coefficients(given, classes, criterion["max"].Points);
    }

    private static List<int> Classes(Cursor classes)
    {
        var given = classes.Items.Select(c => (int)(c.Number * 100)).ToList();
        if (given[0] != YearWeights.Whole)
        {
            classes
                .Items[0]
                .Refuse(
                    "maximum-out-of-reach",
                    $"{classes.Items[0].Text} per cent for the best class",
                    "100, so that the maximum can be reached"
                );
        }
        for (var i = 1; i < given.Count; i++)
        {
            if (given[i] > given[i - 1])
            {
                classes
                    .Items[i]
                    .Refuse(
                        "points-fall",
                        $"{classes.Items[i].Text} per cent",
                        $"at most {classes.Items[i - 1].Text}, what the better class gives"
                    );
            }
        }
        return given;
    }

    private static IReadOnlyList<string>? ClassesOf(Measure measure) =>
        measure switch
        {
            TechnologyShares m => [.. m.Table.Classes.Select(c => c.Id)],
            MarketShares => MarketShares.Classes,
            _ => null,
        };

    /// <summary>Hundredths of a per cent, in the order of the classes.</summary>
    private static List<int> Coefficients(Cursor cursor, IReadOnlyList<string> classes, Points max)
    {
        var given = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, value) in cursor.Named)
        {
            if (!classes.Contains(name.Text, StringComparer.Ordinal))
            {
                name.RefuseUnknown("class", classes);
            }
            given[name.Text] = (int)(value.Number * 100);
        }
        foreach (var missing in classes.Where(c => !given.ContainsKey(c)))
        {
            cursor.Refuse("gap", $"no coefficient for '{missing}'", "one for each class");
        }
        if (given.Count > 0 && given.Values.Max() != YearWeights.Whole)
        {
            cursor.Refuse(
                "maximum-out-of-reach",
                "no class with 100 per cent",
                $"one, so that {max.Plain} points can be reached"
            );
        }
        return [.. classes.Select(c => given.GetValueOrDefault(c))];
    }

    private static CountRule Count(Cursor criterion, Measure measure, Points max)
    {
        Fits(
            criterion,
            measure,
            measure is AcceptedEvidence or ExportCountries,
            "evidence or export-countries"
        );
        RefuseRows(criterion, measure);
        var each = criterion["each"];
        if (each.Points > max || each.Points.Hundredths == 0)
        {
            each.Refuse(
                "points-out-of-range",
                each.Points.Plain,
                $"more than 0 and at most {max.Plain}, the maximum"
            );
        }
        return new CountRule(each.Points);
    }

    private static GradedRule Graded(Cursor criterion, Measure measure, Points max)
    {
        Fits(criterion, measure, measure is AcceptedEvidence, "evidence");
        var levels = criterion["levels"]
            .Named.Select(l => new Level(l.Name.Text, l.Value.Points))
            .ToList();
        var highest = levels.Max(l => l.Points);
        if (highest != max)
        {
            criterion["levels"]
                .Refuse(
                    "maximum-out-of-reach",
                    $"{highest.Plain} points for the highest level",
                    $"{max.Plain}, the maximum"
                );
        }
        return new GradedRule(levels);
    }

    private static PositiveRule Positive(Cursor criterion, Measure measure)
    {
        var fits = measure is ExportValue or WeightedExports or NetTrade or ExportCountries;
        Fits(criterion, measure, fits, "a value in USD or export-countries");
        var factor = criterion.Maybe("factor") is not null;
        var award = criterion.Maybe("award");
        if (award is { Text: "factor" } && !factor)
        {
            award.Value.Refuse(
                "no-factor",
                "'factor' without a factor",
                "'full', or a key 'factor'"
            );
        }
        return new PositiveRule(factor, award is { Text: "factor" });
    }

    private static void RefuseRows(Cursor criterion, Measure measure)
    {
        if (measure is AcceptedEvidence { Distinct: Distinct.Row })
        {
            criterion["measure"]
                ["evidence"]["distinct"]
                .Refuse(
                    "rows-do-not-count",
                    "evidence counted by row",
                    "item, country or item-and-country, so that the same thing counts once"
                );
        }
    }

    private static void Fits(Cursor criterion, Measure measure, bool fits, string expected)
    {
        if (!fits)
        {
            var kind = criterion["kind"].Text;
            criterion["measure"]
                .Refuse(
                    "measure-does-not-fit",
                    $"the measure '{measure.Name}'",
                    $"for the kind '{kind}': {expected}"
                );
        }
    }
}
