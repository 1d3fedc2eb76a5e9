namespace Karvan.Evaluation.Release;

/// <summary>Why nothing is released.</summary>
public enum ReleaseRefusal
{
    NotFound,

    /// <summary>Somebody changed the campaign since the page was opened.</summary>
    Stale,

    /// <summary>Something that the release needs is missing.</summary>
    NotReady,

    /// <summary>The campaign is not before its committee; it may have been released already.</summary>
    NotBeforeCommittee,
}
