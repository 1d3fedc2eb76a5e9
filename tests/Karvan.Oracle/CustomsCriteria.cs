using System.Numerics;

namespace Karvan.Oracle;

/// <summary>The criteria that are computed from customs data: R1 to R3.2 and R4.</summary>
public sealed class CustomsCriteria(Readings readings, Technology technology)
{
    public static readonly IReadOnlyList<string> Ids =
    [
        "R1.1",
        "R1.2",
        "R2.1",
        "R2.2",
        "R3.1",
        "R3.2",
        "R4.1",
        "R4.2",
        "R4.3",
    ];

    private static readonly CriterionPoints NoData = new(0m, "no-data");

    public CriterionPoints Score(string criterion, Facts facts, Compliance? compliance) =>
        criterion switch
        {
            "R1.1" => Of(TargetCountryAction(facts)),
            "R1.2" => Of(Persistence(facts)),
            "R2.1" => Of(PriorityMarkets(facts)),
            "R2.2" => Of(NewMarkets(facts)),
            "R3.1" => Of(TechnologyShare(facts)),
            // Value without weight: no data.
            "R3.2" => ValueToWeight(facts) is { } points ? Of(points) : NoData,
            "R4.1" => compliance is null ? NoData : Of(NetTrade(facts, compliance.FxReturnRatio)),
            "R4.2" => Of(
                Bands(
                    readings.Is("value-title", "three-years")
                        ? Years.Window.Sum(facts.ExportValue)
                        : facts.LastYearValue,
                    Tables.LastYearValue
                )
            ),
            "R4.3" => Of(Bands(facts.WeightedMean, Tables.WeightedMean)),
            _ => throw new ArgumentOutOfRangeException(
                nameof(criterion),
                criterion,
                "Not a customs criterion."
            ),
        };

    private static CriterionPoints Of(decimal points) =>
        new(points, points > 0 ? "scored" : "zero");

    private decimal TargetCountryAction(Facts facts)
    {
        var countries = facts.Countries(Years.Last);
        return readings["target-country-action"] switch
        {
            "any-country" => countries.Count > 0 ? 25 : 0,
            "priority-country" => countries.Overlaps(ReferenceTables.PriorityCountries) ? 25 : 0,
            _ => Math.Min(25, 5 * countries.Count),
        };
    }

    private decimal Persistence(Facts facts)
    {
        if (readings.Is("persistence", "three-consecutive"))
            return Math.Min(50, 10 * facts.PersistentCountries(threeInARowOnly: true).Count);

        var persistent = facts.PersistentCountries(threeInARowOnly: false);
        if (readings.Is("persistence", "one-market"))
            return persistent.Count > 0 ? 50 : 0;
        if (readings.Is("persistence", "three-of-five"))
            return Math.Min(50, 10 * persistent.Count);

        var inGroup = facts.InGroup.Where(l => l.Year == Years.Last).ToList();
        var total = inGroup.Sum(l => l.ValueUsd);
        var part = inGroup.Where(l => persistent.Contains(l.Country)).Sum(l => l.ValueUsd);
        return total == 0 ? 0 : Exact.Points(50 * Exact.Cents(part), Exact.Cents(total));
    }

    private decimal PriorityMarkets(Facts facts)
    {
        var count = facts.Countries(Years.Last).Count(ReferenceTables.PriorityCountries.Contains);
        return readings.Is("priority-markets", "five-each")
            ? Math.Min(50, 5 * count)
            : Exact.Points(50 * count, ReferenceTables.PriorityCountries.Count);
    }

    private decimal NewMarkets(Facts facts) =>
        Math.Min(50, 10 * facts.NewMarkets(readings["new-market"]).Count);

    private decimal TechnologyShare(Facts facts)
    {
        var total = Exact.Cents(facts.LastYearValue);
        if (total == 0)
            return 0;
        var byBand = facts
            .LastYear.GroupBy(l => technology.Coefficient(l.Hs6))
            .Select(g => (PerCent: g.Key, Cents: Exact.Cents(g.Sum(l => l.ValueUsd))))
            .ToList();
        if (readings.Is("technology-share", "largest-band"))
        {
            var largest = byBand
                .OrderByDescending(b => b.Cents)
                .ThenByDescending(b => b.PerCent)
                .First();
            return Exact.Points(20 * largest.PerCent, 100);
        }

        var weighted = byBand.Aggregate(BigInteger.Zero, (sum, b) => sum + b.PerCent * b.Cents);
        return Exact.Points(20 * weighted, 100 * total);
    }

    /// <returns>Null: there is value, but no weight.</returns>
    private decimal? ValueToWeight(Facts facts)
    {
        var (usd, kilograms) = readings["value-to-weight-goods"] switch
        {
            "three-years" => Facts.Together(facts.Window),
            "best-product" => facts.BestProduct(),
            _ => Facts.Together(facts.LastYear),
        };
        // USD/kg = (cents / 100) / (grams / 1000) = 10 × cents / grams.
        var value = 10 * Exact.Cents(usd);
        var weight = Exact.Grams(kilograms);
        if (value == 0)
            return 0;
        if (weight == 0)
            return null;

        var reached = Tables.ValueToWeight.Where(s => value >= s.Threshold * weight).ToList();
        if (reached.Count == 0)
            return 0;
        var (from, low) = reached[^1];
        if (readings.Is("value-to-weight", "steps") || reached.Count == Tables.ValueToWeight.Count)
            return low;

        // low + (high − low) × (value / weight − from) / (to − from)
        var (to, high) = Tables.ValueToWeight[reached.Count];
        return Exact.Points(
            low * (to - from) * weight + (high - low) * (value - from * weight),
            (to - from) * weight
        );
    }

    private decimal NetTrade(Facts facts, decimal fxReturn)
    {
        var net = readings["net-trade"] switch
        {
            "last-year-imports" => facts.WeightedMean - facts.ImportValue(Years.Last),
            // The sum of three years is above zero where their mean is.
            "simple-mean" => Years.Window.Sum(y => facts.ExportValue(y) - facts.ImportValue(y)),
            _ => facts.Weighted(y => facts.ExportValue(y) - facts.ImportValue(y)),
        };
        var positive = net > 0 && fxReturn > 0;
        if (!positive)
            return 0;
        return readings.Is("net-trade", "fx-share") ? Exact.Points(20 * fxReturn) : 20;
    }

    private decimal Bands(decimal value, IReadOnlyList<(decimal From, int Points)> bands)
    {
        // R4.2: a band holds its lower bound, or, by the other reading, its upper.
        var lower = readings.Is("value-bounds", "lower");
        return bands
            .Where(b => lower ? value >= b.From : value > b.From)
            .Select(b => b.Points)
            .LastOrDefault(0);
    }
}
