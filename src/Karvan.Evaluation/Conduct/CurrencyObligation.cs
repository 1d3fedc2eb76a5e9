using Karvan.Platform.Fields;
using Karvan.Platform.Values;

namespace Karvan.Evaluation.Conduct;

/// <summary>What is said of a firm's obligation to return the currency of its exports.</summary>
/// <param name="Year">Solar year of the exports.</param>
/// <param name="Millionths">The ratio returned, 0 to 1,000,000.</param>
/// <param name="IsMet">Whether the obligation is met as the law has it, which a ratio alone does not say.</param>
/// <param name="AsOf">The day on which it was so.</param>
public sealed record ObligationEntry(
    int Year,
    int Millionths,
    bool IsMet,
    DateOnly AsOf,
    string Source
);

/// <summary>
/// How far a firm has returned the currency of a year's exports (clauses R7.2, R4.1). What is entered later takes the place of
/// what was entered before; both are kept.
/// </summary>
public sealed class CurrencyObligation : IOwned
{
    /// <summary>Of a whole.</summary>
    public const int Whole = 1_000_000;

    private CurrencyObligation() { }

    public Guid Id { get; private set; }
    public Guid EnterpriseId { get; private set; }
    public string Province { get; private set; } = "";

    [Field("compliance.year")]
    public int SolarYear { get; private set; }

    /// <summary>Millionths of the whole.</summary>
    public int Millionths { get; private set; }

    [Field("compliance.is-met")]
    public bool IsMet { get; private set; }

    [Field("compliance.as-of")]
    public DateOnly AsOf { get; private set; }

    [Field("compliance.source", Hint = "compliance.source-hint", Longest = Lengths.Note)]
    public string Source { get; private set; } = "";

    public DateTime EnteredAt { get; private set; }
    public string EnteredBy { get; private set; } = "";

    /// <summary>When another one took its place; null while it counts.</summary>
    public DateTime? ReplacedAt { get; private set; }

    public decimal Ratio => Millionths / (decimal)Whole;

    public Subject Subject =>
        new(nameof(CurrencyObligation), Id, Body.TradePromotion, Province, EnterpriseId);

    internal static CurrencyObligation Enter(
        (Guid Id, string Province) firm,
        ObligationEntry entry,
        string by,
        DateTime at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            EnterpriseId = firm.Id,
            Province = firm.Province,
            SolarYear = entry.Year,
            Millionths = entry.Millionths,
            IsMet = entry.IsMet,
            AsOf = entry.AsOf,
            Source = entry.Source.Trim(),
            EnteredBy = by,
            EnteredAt = at,
        };

    internal void Replace(DateTime at) => ReplacedAt ??= at;
}
