namespace Karvan.Oracle;

/// <summary>An exporter with its points and what ties are broken by.</summary>
/// <param name="Multiplies">R7.1 multiplies the total by 1 or 0, and removes nobody.</param>
public sealed record Candidate(
    Exporter Exporter,
    IReadOnlyDictionary<string, CriterionPoints> Points,
    Facts Facts,
    IReadOnlyList<Evidence> Claims,
    Compliance? Compliance,
    bool Multiplies
)
{
    public decimal Total => Multiplies && Smuggled ? 0 : Points.Values.Sum(p => p.Points);

    public decimal LastYearValue { get; } = Facts.LastYearValue;

    public decimal WeightedMean { get; } = Facts.WeightedMean;

    /// <summary>R7.1: removed from the evaluation.</summary>
    public bool Removed => Smuggled && !Multiplies;

    private bool Smuggled => Compliance is { Smuggling: true };

    /// <summary>R7.2: the last filter.</summary>
    public bool Passes => Compliance is { FxObligationMet: true };

    public bool Beats(Candidate other) => Order().CompareTo(other.Order()) > 0;

    public bool IsLevelWith(Candidate other) => Order() == other.Order();

    private (decimal, decimal, decimal) Order() => (Total, LastYearValue, WeightedMean);
}

/// <summary>A row of scores.csv. No rank: removed.</summary>
public sealed record Placed(Candidate Candidate, int? Rank, string Status);

public static class Ranking
{
    /// <summary>Ranks one pool; the removed come last, by id.</summary>
    public static IEnumerable<Placed> Rank(IReadOnlyList<Candidate> pool, int winners)
    {
        var running = pool.Where(c => !c.Removed).ToList();
        var passing = running.Where(c => c.Passes).ToList();
        var ranked = running.Select(c => new Placed(
            c,
            1 + running.Count(o => o.Beats(c)),
            Status(c, passing, winners)
        ));
        var removed = pool.Where(c => c.Removed).Select(c => new Placed(c, null, "removed"));
        return ranked
            .OrderBy(p => p.Rank)
            .ThenBy(Id, StringComparer.Ordinal)
            .Concat(removed.OrderBy(Id, StringComparer.Ordinal));
    }

    private static string Status(Candidate candidate, List<Candidate> passing, int winners)
    {
        if (candidate.Compliance is null)
            return "awaiting-compliance";
        if (!candidate.Passes)
            return "not-eligible";

        // Places go to the passing only. Who is level is all in, or undecided, or all out.
        var ahead = passing.Count(o => o.Beats(candidate));
        var level = passing.Count(o => o.IsLevelWith(candidate));
        if (ahead + level <= winners)
            return "winner";
        return ahead < winners ? "tied" : "ranked";
    }

    private static string Id(Placed placed) => placed.Candidate.Exporter.Id;
}
