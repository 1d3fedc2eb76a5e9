using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Text;

namespace Karvan.Rules.Cases;

/// <summary>Facts of one or several exporters, and the points, states, ranks or statuses worked out for them by hand.</summary>
/// <param name="File">The name the caller gave the text.</param>
/// <param name="At">Where the case, or its row of a table, begins.</param>
/// <param name="Name">Unique in its file; a row of a table adds its own name or number.</param>
/// <param name="Choices">Readings to swap, by id.</param>
/// <param name="Winners">Places in each pool.</param>
/// <param name="Within">Who competes with whom.</param>
public sealed record WorkedCase(
    string File,
    SourcePosition At,
    string Name,
    string Clause,
    IReadOnlyDictionary<string, string> Choices,
    int Winners,
    RankingPool Within,
    IReadOnlyList<CaseExporter> Exporters
);

/// <param name="Exporter">Its id is its name in the case.</param>
/// <param name="Lines">Customs lines; those of years outside the book's may be among them.</param>
/// <param name="Evidence">Rows with the firm left at 0.</param>
public sealed record CaseExporter(
    Exporter Exporter,
    IReadOnlyList<TradeLine> Lines,
    IReadOnlyList<EvidenceRow> Evidence,
    Compliance Compliance,
    IReadOnlyList<CaseExpectation> Expected
);

/// <summary>What an expectation speaks of.</summary>
public enum CaseSubject
{
    Points,
    State,
    Total,
    Rank,
    Status,
}

/// <param name="Criterion">Id of the criterion of points and states; otherwise empty.</param>
/// <param name="Value">As results write it: points with two decimals, the word of a state, a rank or <c>none</c>.</param>
/// <param name="At">Where the value stands.</param>
public sealed record CaseExpectation(
    CaseSubject Subject,
    string Criterion,
    string Value,
    SourcePosition At
)
{
    /// <summary>How messages name it: <c>R4.2</c>, <c>state of R4.2</c>, <c>total</c>, <c>rank</c>, <c>status</c>.</summary>
    public string Label =>
        Subject switch
        {
            CaseSubject.Points => Criterion,
            CaseSubject.State => "state of " + Criterion,
            CaseSubject.Total => "total",
            CaseSubject.Rank => "rank",
            _ => "status",
        };
}
