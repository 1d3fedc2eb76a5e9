namespace Karvan.Registry.Claims;

/// <summary>Why a claim is not made, or not settled.</summary>
public enum ClaimRefusal
{
    NotFound,

    /// <summary>Neither a legal id nor a national code whose check digit holds.</summary>
    NumberWrong,

    /// <summary>No firm has the number: it can be registered.</summary>
    NumberFree,

    /// <summary>They act for the firm already.</summary>
    AlreadyTheirs,

    /// <summary>They have a claim to this firm that waits.</summary>
    AlreadyMade,

    StatementMissing,
    FileMissing,
    FileInfected,

    /// <summary>Whoever claims a firm, or acts for it, does not settle the claim.</summary>
    OwnClaim,

    /// <summary>Somebody changed it since the form was opened.</summary>
    Stale,
    NotWaiting,
    NoDecision,

    /// <summary>To refuse, or to take others' place away, takes a reason.</summary>
    NoReason,
}
