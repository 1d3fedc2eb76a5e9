namespace Karvan.Evaluation.Dossiers;

/// <summary>How far a dossier has come.</summary>
public enum DossierState
{
    /// <summary>It is put together.</summary>
    Draft,

    /// <summary>It was submitted, and is in the intake log.</summary>
    Submitted,

    /// <summary>The firm, or the office with a reason, took it out of the campaign.</summary>
    Withdrawn,
}
