using Karvan.Web.Components.Texts;

namespace Karvan.Web.Components.Records;

/// <summary>The steps of something long as stations on a rail: passed, the one we stand at, still to come.</summary>
public sealed record StepRail(Said Label, IReadOnlyList<RailStep> Steps)
{
    /// <summary>False where the steps are only described, and nobody stands at one.</summary>
    public bool ShowsStates { get; init; } = true;
}

/// <param name="Href">Null while the step cannot be opened.</param>
/// <param name="Note">When it was passed, or what it waits for.</param>
public sealed record RailStep(Said Title, StepState State, Said? Note = null, string? Href = null);

public enum StepState
{
    Ahead,
    Current,
    Held,
    Passed,
}
