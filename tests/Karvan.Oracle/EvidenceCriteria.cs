namespace Karvan.Oracle;

/// <summary>The criteria that stand on evidence: R3.3, R3.4, R5 and R6. Only accepted rows give points.</summary>
public sealed class EvidenceCriteria(Readings readings)
{
    public static readonly IReadOnlyList<string> Ids =
    [
        "R3.3",
        "R3.4",
        "R5.1",
        "R5.2",
        "R6.1",
        "R6.2",
        "R6.3",
        "R6.4",
        "R6.5",
        "R6.6",
        "R6.7",
        "R6.8",
        "R6.9",
        "R6.10",
        "R6.11",
        "R6.12",
        "R6.13",
    ];

    /// <param name="claims">The rows of one exporter for this criterion.</param>
    /// <param name="facts">Its exports: by one reading a target is a country that it exports to.</param>
    public CriterionPoints Score(string criterion, IReadOnlyList<Evidence> claims, Facts facts)
    {
        var accepted = claims.Where(c => c.Status == "ACCEPTED").ToList();
        if (accepted.Count > 0)
        {
            var points = Exact.Points(Points(criterion, Counting(criterion, accepted, facts)));
            return new CriterionPoints(points, points > 0 ? "scored" : "zero");
        }

        var state =
            claims.Any(c => c.Status == "PENDING") ? "pending"
            : claims.Any(c => c.Status == "REJECTED") ? "rejected"
            : "not-claimed";
        return new CriterionPoints(0m, state);
    }

    /// <summary>How many things are counted in what was accepted, before any points.</summary>
    public int Count(string criterion, IReadOnlyList<Evidence> claims, Facts facts)
    {
        var accepted = Counting(
            criterion,
            claims.Where(c => c.Status == "ACCEPTED").ToList(),
            facts
        );
        return criterion switch
        {
            "R6.1" or "R6.3" or "R6.13" => Countries(accepted),
            "R6.9" => Items(accepted),
            _ => Pairs(accepted),
        };
    }

    private List<Evidence> Counting(string criterion, List<Evidence> accepted, Facts facts) =>
        readings.Is("target-market", "exports-in-window")
        && criterion is "R6.3" or "R6.4" or "R6.5" or "R6.6" or "R6.7"
            ? accepted.Where(a => facts.IsMarket(a.Country)).ToList()
            : accepted;

    private decimal Points(string criterion, List<Evidence> accepted) =>
        accepted.Count == 0
            ? 0
            : criterion switch
            {
                "R3.3" => accepted.Max(a => a.Quantity * Complexity(a.Level) / 100m),
                "R3.4" => accepted.Max(a => a.Quantity),
                "R5.1" or "R5.2" => 10,
                "R6.1" => Math.Min(50, 10 * Countries(accepted)),
                "R6.2" => readings.Is("product-registration", "any")
                    ? 25
                    : Math.Min(25, 5 * Countries(accepted)),
                "R6.3" => readings.Is("brand-registration", "any")
                    ? 50
                    : Math.Min(50, 10 * Countries(accepted)),
                "R6.4" => readings.Is("packaging", "any")
                    ? 20
                    : Math.Min(20, 5 * Countries(accepted)),
                "R6.5" => readings.Is("product-standards", "any")
                    ? 25
                    : Math.Min(25, 5 * Pairs(accepted)),
                "R6.6" => readings.Is("management-standards", "any")
                    ? 10
                    : Math.Min(10, 5 * Pairs(accepted)),
                "R6.7" => readings.Is("sales-offices", "any")
                    ? 20
                    : Math.Min(20, 10 * Pairs(accepted)),
                "R6.8" => 20,
                "R6.9" => readings.Is("selling-abroad", "any")
                    ? 20
                    : Math.Min(20, 5 * Items(accepted)),
                "R6.10" => Math.Min(
                    35,
                    (readings.Is("exhibitions", "five-each") ? 5 : 7) * Pairs(accepted)
                ),
                "R6.11" => readings.Is("delegations", "any")
                    ? 10
                    : Math.Min(10, 5 * Pairs(accepted)),
                // Persian is no foreign language.
                "R6.12" => Math.Min(25, 5 * Items(accepted.Where(a => a.Item != "fa"))),
                "R6.13" => readings.Is("advertising", "any")
                    ? 25
                    : Math.Min(25, 5 * Countries(accepted)),
                _ => throw new ArgumentOutOfRangeException(
                    nameof(criterion),
                    criterion,
                    "Not an evidence criterion."
                ),
            };

    private static int Complexity(string level) =>
        level switch
        {
            "HIGH" => 10,
            "MEDIUM" => 7,
            _ => 3,
        };

    private static int Countries(IEnumerable<Evidence> accepted) =>
        accepted.Select(a => a.Country).Distinct(StringComparer.Ordinal).Count();

    private static int Items(IEnumerable<Evidence> accepted) =>
        accepted.Select(a => a.Item).Distinct(StringComparer.Ordinal).Count();

    private static int Pairs(IEnumerable<Evidence> accepted) =>
        accepted.Select(a => (a.Item, a.Country)).Distinct().Count();
}
