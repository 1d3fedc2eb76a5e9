namespace Karvan.Rules.Cases;

/// <summary>What came of one case.</summary>
public sealed record CaseResult(WorkedCase Case, IReadOnlyList<CaseMismatch> Mismatches)
{
    public bool Passed => Mismatches.Count == 0;
}

/// <param name="Exporter">Whom it concerns; empty in a case of one exporter.</param>
/// <param name="Found">What the engine gave, in the words of results.</param>
public sealed record CaseMismatch(
    WorkedCase Case,
    string Exporter,
    CaseExpectation Expectation,
    string Found
)
{
    /// <summary>File and place of the expectation, case, clause, readings, exporter, subject, found and expected.</summary>
    public override string ToString()
    {
        var readings = string.Concat(
            Case.Choices.OrderBy(c => c.Key, StringComparer.Ordinal)
                .Select(c => $", {c.Key}: {c.Value}")
        );
        var whose = Exporter.Length == 0 ? "" : $"exporter {Exporter}: ";
        return $"{Case.File}:{Expectation.At}: case '{Case.Name}' ({Case.Clause}{readings}): "
            + $"{whose}{Expectation.Label}: found {Found}, expected {Expectation.Value}";
    }
}
