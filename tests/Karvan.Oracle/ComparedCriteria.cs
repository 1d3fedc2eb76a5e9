using System.Numerics;

namespace Karvan.Oracle;

/// <summary>
/// Readings by which exporters of a province are compared: "relative" gives the best all points and the others their part
/// of them; "ranked" (R3.1) cuts them into five classes. The removed have no part in it, but get points of their own.
/// </summary>
public sealed class ComparedCriteria(
    Readings readings,
    Technology technology,
    EvidenceCriteria evidence
)
{
    private static readonly (string Criterion, string Reading, int Max)[] Relative =
    [
        ("R1.2", "persistence", 50),
        ("R2.1", "priority-markets", 50),
        ("R2.2", "new-market", 50),
        ("R6.1", "after-sales-countries", 50),
        ("R6.3", "brand-registration", 50),
        ("R6.5", "product-standards", 25),
        ("R6.6", "management-standards", 10),
        ("R6.7", "sales-offices", 20),
        ("R6.9", "selling-abroad", 20),
        ("R6.10", "exhibitions", 35),
        ("R6.11", "delegations", 10),
        ("R6.13", "advertising", 25),
    ];

    /// <summary>R3.1: points of the five classes, the best first: 100, 70, 40, 30 and 10 per cent of 20.</summary>
    private static readonly int[] ClassPoints = [20, 14, 8, 6, 2];

    public List<Candidate> Score(List<Candidate> candidates)
    {
        foreach (var (criterion, _, max) in Relative.Where(r => readings.Is(r.Reading, "relative")))
        {
            candidates = Replace(
                candidates,
                criterion,
                c => Count(criterion, c),
                (own, others) =>
                {
                    var best = BigInteger.Max(
                        own,
                        others.Select(o => o.Above).DefaultIfEmpty(0).Max()
                    );
                    return Exact.Points(max * own, best);
                }
            );
        }
        return readings.Is("technology-share", "ranked")
            ? Replace(candidates, "R3.1", Share, null)
            : candidates;
    }

    private static List<Candidate> Replace(
        List<Candidate> candidates,
        string criterion,
        Func<Candidate, (BigInteger Above, BigInteger Below)> measure,
        Func<BigInteger, List<(BigInteger Above, BigInteger Below)>, decimal>? relative
    )
    {
        var measured = candidates.ConvertAll(c => (Candidate: c, Value: measure(c)));
        return measured.ConvertAll(one =>
        {
            var (candidate, own) = one;
            var others = measured
                .Where(o =>
                    o.Candidate.Exporter.Province == candidate.Exporter.Province
                    && o.Candidate.Exporter.Id != candidate.Exporter.Id
                    && !o.Candidate.Removed
                    && o.Value.Above > 0
                )
                .Select(o => o.Value)
                .ToList();
            var points =
                own.Above == 0 ? 0
                : relative is not null ? relative(own.Above, others)
                : ClassPoints[
                    5
                        * others.Count(o => o.Above * own.Below > own.Above * o.Below)
                        / (others.Count + 1)
                ];
            var before = candidate.Points[criterion];
            var state =
                points > 0 ? "scored"
                : before.State == "scored" ? "zero"
                : before.State;
            return candidate with
            {
                Points = new Dictionary<string, CriterionPoints>(
                    candidate.Points,
                    StringComparer.Ordinal
                )
                {
                    [criterion] = new CriterionPoints(points, state),
                },
            };
        });
    }

    private (BigInteger, BigInteger) Count(string criterion, Candidate candidate)
    {
        var facts = candidate.Facts;
        var count = criterion switch
        {
            "R1.2" => facts.PersistentCountries(threeInARowOnly: false).Count,
            "R2.1" => facts.Countries(Years.Last).Count(ReferenceTables.PriorityCountries.Contains),
            "R2.2" => facts.NewMarkets("relative").Count,
            _ => evidence.Count(
                criterion,
                candidate.Claims.Where(c => c.Criterion == criterion).ToList(),
                facts
            ),
        };
        return (count, 1);
    }

    private (BigInteger, BigInteger) Share(Candidate candidate)
    {
        var total = Exact.Cents(candidate.Facts.LastYearValue);
        var weighted = candidate.Facts.LastYear.Aggregate(
            BigInteger.Zero,
            (sum, l) => sum + technology.Coefficient(l.Hs6) * Exact.Cents(l.ValueUsd)
        );
        return (weighted, total == 0 ? 1 : total);
    }
}
