using Karvan.Rules.Text;
using Karvan.Texts;

namespace Karvan.Rules.Rulebooks;

/// <summary>
/// A checked rulebook with one choice for each reading. Immutable; <see cref="RulebookLoader"/> makes it.
/// </summary>
public sealed record Rulebook
{
    /// <summary>The file in which a result keeps its book; no table may have this name.</summary>
    public const string NameInResults = "rulebook.json";

    public required string Id { get; init; }
    public required int Year { get; init; }
    public required int Version { get; init; }
    public required LocalText Title { get; init; }
    public required DateOnly ValidFrom { get; init; }
    public required DateOnly? ValidTo { get; init; }
    public required SourceDocument Document { get; init; }
    public required DataYears Years { get; init; }
    public required Points Total { get; init; }
    public required Rounding Rounding { get; init; }
    public required IReadOnlyDictionary<string, YearWeights> Weights { get; init; }
    public required IReadOnlyDictionary<string, CountryList> Lists { get; init; }
    public required IReadOnlyDictionary<string, LocalText> Bodies { get; init; }
    public required IReadOnlyList<GoodsGroup> ProductGroups { get; init; }
    public required IReadOnlyDictionary<string, GoodsTable> Tables { get; init; }
    public required IReadOnlyList<Interpretation> Readings { get; init; }
    public required IReadOnlyList<CriterionGroup> Groups { get; init; }
    public required IReadOnlyList<Criterion> Criteria { get; init; }
    public required IReadOnlyList<NamedText> GateGroups { get; init; }
    public required IReadOnlyList<Gate> Gates { get; init; }
    public required Ranking Ranking { get; init; }

    /// <summary>SHA-256 over the canonical content with the chosen readings put in; every result carries it.</summary>
    public required string Hash { get; init; }

    /// <summary>The content behind the hash; loading it again gives the same book.</summary>
    public required TextNode Content { get; init; }

    public Criterion Criterion(string id) =>
        Criteria.First(c => string.Equals(c.Id, id, StringComparison.Ordinal));

    /// <summary>Readings that may change the points of a criterion.</summary>
    public IEnumerable<Interpretation> ReadingsOf(string criterionId) =>
        Readings.Where(r => r.Affects.Contains(criterionId, StringComparer.Ordinal));
}

/// <param name="Name">The letter its clause ids start with.</param>
/// <param name="Title">Its title in our words.</param>
/// <param name="Sha256">Hash of the text that was read.</param>
public sealed record SourceDocument(string Name, LocalText Title, string Sha256);

/// <summary>How a quotient comes to two decimals.</summary>
public enum Rounding
{
    HalfAwayFromZero,
    HalfEven,
}

/// <summary>A list of countries, in the document's order.</summary>
public sealed record CountryList(
    string Id,
    string Clause,
    LocalText Title,
    IReadOnlyList<string> Countries
);

/// <param name="Chapters">HS chapters, two digits each, rising.</param>
public sealed record GoodsGroup(string Id, LocalText Title, IReadOnlyList<string> Chapters);

/// <summary>A question the text leaves open and the answer this book takes.</summary>
/// <param name="Choice">The answer in force: the book's own, or the one swapped in.</param>
/// <param name="Swapped">Whether the choice differs from the book's own.</param>
/// <param name="ActsOn">What it changes; empty where nothing is computed from it, and in books that do not say.</param>
public sealed record Interpretation(
    string Id,
    string Clause,
    IReadOnlyList<string> Affects,
    IReadOnlyList<ReadingEffect> ActsOn,
    LocalText Question,
    string Choice,
    bool Swapped,
    IReadOnlyList<InterpretationChoice> Choices,
    InterpretationDecision? Decided
);

/// <summary>What another answer of a reading changes.</summary>
public enum ReadingEffect
{
    /// <summary>How points, ranks and winners come about from facts and accepted evidence.</summary>
    Scoring,

    /// <summary>Which evidence is accepted.</summary>
    Acceptance,
}

/// <param name="IsDefault">Whether this is the book's own choice.</param>
public sealed record InterpretationChoice(string Id, LocalText Answer, bool IsDefault);

public sealed record InterpretationDecision(string By, DateOnly On, string? Note);

public sealed record CriterionGroup(string Id, LocalText Title, Points Max);

/// <summary>When a gate closes.</summary>
public enum GateCondition
{
    SmugglingProven,
    FxObligationNotMet,
}

public enum GatePhase
{
    /// <summary>Takes the exporter out of the ranking; its points are still computed and kept.</summary>
    Eliminate,

    /// <summary>Acts after the ranking and before winners are chosen.</summary>
    FinalFilter,

    /// <summary>Multiplies the total by 1 or, when it closes, by 0; the exporter stays in the ranking.</summary>
    Multiply,
}

/// <param name="Group">Its group among the book's gate groups, or null.</param>
public sealed record Gate(
    string Id,
    string Clause,
    string? Group,
    LocalText Title,
    LocalText Help,
    GatePhase Phase,
    GateCondition ClosesWhen
);

public enum RankingPool
{
    Province,
    ProvinceAndGroup,
}

/// <param name="Ties">What orders exporters of equal totals, higher first; who is level in all shares the rank.</param>
public sealed record Ranking(string Clause, IReadOnlyList<Measure> Ties, RankingPool Within);
