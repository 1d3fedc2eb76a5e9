namespace Karvan.Rules.Facts;

/// <summary>What R7 and R4.1 need to know of a firm.</summary>
/// <param name="Known">Whether there is a row; without one the firm awaits compliance.</param>
/// <param name="FxReturnRatio">0 to 1, in units of 10⁻¹².</param>
public readonly record struct Compliance(
    bool Known,
    bool SmugglingProven,
    bool FxObligationMet,
    long FxReturnRatio
);

/// <summary>Everything the engine scores: one row a firm in each part.</summary>
public sealed record ExporterFacts(
    Roster Roster,
    TradeFacts Trade,
    EvidenceRows Evidence,
    Compliance[] Compliance
);
