namespace Karvan.Evaluation.Conduct;

/// <summary>Why something is not entered about a firm's compliance.</summary>
public enum ComplianceRefusal
{
    /// <summary>The firm or the case is not there, or not the asker's to see.</summary>
    NotFound,

    /// <summary>Somebody changed it since the form was opened.</summary>
    Stale,

    NoNumber,

    /// <summary>It does not say who said so.</summary>
    NoSource,

    /// <summary>A day that has not come yet.</summary>
    DayToCome,

    /// <summary>The firm has this case already.</summary>
    CaseKnown,

    /// <summary>The case was ended already.</summary>
    NotPending,

    EndsBeforeIndictment,

    /// <summary>Pending is no end of a case.</summary>
    NoEnd,

    /// <summary>A solar year that is over is expected.</summary>
    YearWrong,

    /// <summary>Below 0 or above 1.</summary>
    RatioOutOfRange,
}
