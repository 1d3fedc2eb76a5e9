namespace Karvan.Registry.Certificates;

/// <summary>Why something is not done to a certificate.</summary>
public enum EraRefusal
{
    NotFound,

    /// <summary>No number, or longer than any certificate's.</summary>
    NumberWrong,

    /// <summary>Not within 0 and 100 points.</summary>
    ScoreOutOfRange,

    IssueInFuture,

    /// <summary>It would end before it began.</summary>
    DatesReversed,

    /// <summary>A firm shows its certificate.</summary>
    FileMissing,

    /// <summary>The file is one that the scanner found something in.</summary>
    FileInfected,

    /// <summary>Another one with this number waits or was accepted, of this firm or another.</summary>
    NumberTaken,

    /// <summary>Somebody changed it since the form was opened.</summary>
    Stale,

    /// <summary>It is not with the expert.</summary>
    NotWaiting,

    NoDecision,

    /// <summary>To refuse takes a reason.</summary>
    NoReason,
}
