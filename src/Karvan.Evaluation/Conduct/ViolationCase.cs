using Karvan.Platform.Fields;
using Karvan.Platform.Values;

namespace Karvan.Evaluation.Conduct;

/// <summary>What a case is about (clause R7.1).</summary>
public enum ViolationKind
{
    GoodsSmuggling,
    CurrencySmuggling,

    /// <summary>Another violation that the clause counts.</summary>
    Violation,
}

/// <summary>Where a case stands.</summary>
public enum CaseState
{
    /// <summary>Indicted: it is counted and shown, and removes nobody.</summary>
    Pending,

    /// <summary>Proven and finally confirmed: the exporter is removed from the evaluation.</summary>
    Final,

    /// <summary>Acquitted or closed: it is kept, and counts no more.</summary>
    Closed,
}

/// <summary>What is said of a case.</summary>
/// <param name="Number">As the court or office has it.</param>
/// <param name="IndictedOn">It is counted from this day on.</param>
/// <param name="Source">Who said so, and by which letter.</param>
public sealed record CaseEntry(
    ViolationKind Kind,
    string Number,
    DateOnly IndictedOn,
    string Source
);

/// <summary>A case of smuggling or another violation of a firm, counted from the indictment and kept for good (clause R7.1).</summary>
public sealed class ViolationCase : IOwned
{
    private ViolationCase() { }

    public Guid Id { get; private set; }
    public Guid EnterpriseId { get; private set; }
    public string Province { get; private set; } = "";

    [Field("compliance.kind", Values = "compliance.kind.")]
    public ViolationKind Kind { get; private set; }

    [Field("compliance.case-number", Longest = Lengths.Code, Length = FieldLength.Middle)]
    public string Number { get; private set; } = "";

    [Field("compliance.indicted-on")]
    public DateOnly IndictedOn { get; private set; }

    [Field("compliance.source", Hint = "compliance.source-hint", Longest = Lengths.Note)]
    public string Source { get; private set; } = "";

    public CaseState State { get; private set; }

    /// <summary>The day of the final judgement, or of its closing.</summary>
    [Field("compliance.ended-on")]
    public DateOnly? EndedOn { get; private set; }

    [Field("compliance.ending-source", Hint = "compliance.source-hint", Longest = Lengths.Note)]
    public string? EndingSource { get; private set; }

    public DateTime EnteredAt { get; private set; }
    public string EnteredBy { get; private set; } = "";
    public int Version { get; private set; }

    public Subject Subject =>
        new(nameof(ViolationCase), Id, Body.TradePromotion, Province, EnterpriseId);

    internal static ViolationCase Enter(
        (Guid Id, string Province) firm,
        CaseEntry entry,
        string by,
        DateTime at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            EnterpriseId = firm.Id,
            Province = firm.Province,
            Kind = entry.Kind,
            Number = entry.Number.Trim(),
            IndictedOn = entry.IndictedOn,
            Source = entry.Source.Trim(),
            EnteredBy = by,
            EnteredAt = at,
        };

    internal ComplianceRefusal? End(CaseState state, DateOnly day, string source)
    {
        if (State is not CaseState.Pending)
        {
            return ComplianceRefusal.NotPending;
        }
        if (day < IndictedOn)
        {
            return ComplianceRefusal.EndsBeforeIndictment;
        }
        (State, EndedOn, EndingSource) = (state, day, source.Trim());
        Version++;
        return null;
    }
}
