namespace Karvan.Web.Components.Records;

/// <summary>The state of something in one or two words, with a mark beside them: never by colour alone.</summary>
/// <param name="TextKey">The key of its text.</param>
public sealed record Status(string TextKey, StatusKind Kind);

public enum StatusKind
{
    /// <summary>Nothing to be done: not started, draft, closed.</summary>
    Quiet,

    /// <summary>Under way.</summary>
    Going,

    /// <summary>What matters now: somebody must act.</summary>
    Now,

    /// <summary>Met, accepted, complete.</summary>
    Good,

    /// <summary>Refused, missing, overdue.</summary>
    Bad,
}
