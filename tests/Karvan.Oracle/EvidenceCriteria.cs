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
    public CriterionPoints Score(string criterion, IReadOnlyList<Evidence> claims)
    {
        var accepted = claims.Where(c => c.Status == "ACCEPTED").ToList();
        if (accepted.Count > 0)
        {
            var points = Exact.Points(Points(criterion, accepted));
            return new CriterionPoints(points, points > 0 ? "scored" : "zero");
        }

        var state =
            claims.Any(c => c.Status == "PENDING") ? "pending"
            : claims.Any(c => c.Status == "REJECTED") ? "rejected"
            : "not-claimed";
        return new CriterionPoints(0m, state);
    }

    private decimal Points(string criterion, List<Evidence> accepted) =>
        criterion switch
        {
            "R3.3" => accepted.Max(a => a.Quantity * Complexity(a.Level) / 100m),
            "R3.4" => accepted.Max(a => a.Quantity),
            "R5.1" or "R5.2" => 10,
            "R6.1" => Math.Min(50, 10 * Countries(accepted)),
            "R6.2" => 25,
            "R6.3" => readings.Is("brand-registration", "any")
                ? 50
                : Math.Min(50, 10 * Countries(accepted)),
            "R6.4" => 20,
            "R6.5" => Math.Min(25, 5 * Pairs(accepted)),
            "R6.6" => Math.Min(10, 5 * Pairs(accepted)),
            "R6.7" => Math.Min(20, 10 * Pairs(accepted)),
            "R6.8" => 20,
            "R6.9" => Math.Min(20, 5 * Items(accepted)),
            "R6.10" => Math.Min(35, 7 * Pairs(accepted)),
            "R6.11" => Math.Min(10, 5 * Pairs(accepted)),
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
