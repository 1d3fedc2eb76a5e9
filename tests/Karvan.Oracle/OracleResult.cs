namespace Karvan.Oracle;

/// <summary>Points of one criterion, rounded to two decimals, and how they came about.</summary>
/// <param name="State"><c>scored</c>, <c>zero</c>, <c>not-claimed</c>, <c>pending</c>, <c>rejected</c> or <c>no-data</c>.</param>
public sealed record CriterionPoints(decimal Points, string State);

/// <summary>A rejected row. Line is the physical line on which the row begins; the header is on line 1.</summary>
/// <param name="Reason"><c>fields</c>, <c>unknown-exporter</c>, <c>conflict</c> or <c>repeated</c>.</param>
public sealed record RejectedRow(string File, int Line, string Reason);

/// <summary>Read = accepted + rejected + duplicates + other-year.</summary>
public sealed record FileCounts(
    int Read,
    int Accepted,
    IReadOnlyDictionary<string, int> Rejected,
    int Duplicates,
    int OtherYear
);

public sealed record OracleResult
{
    /// <summary>The text of scores.csv, with LF line ends.</summary>
    public required string ScoresCsv { get; init; }

    /// <summary>Exporter id → criterion → points, for every accepted exporter.</summary>
    public required IReadOnlyDictionary<
        string,
        IReadOnlyDictionary<string, CriterionPoints>
    > Points { get; init; }

    /// <summary>Counts by file name.</summary>
    public required IReadOnlyDictionary<string, FileCounts> Files { get; init; }

    public required IReadOnlySet<RejectedRow> Rejected { get; init; }

    /// <summary>0 when nothing was rejected, else 3.</summary>
    public int ExitCode => Rejected.Count == 0 ? 0 : 3;
}
