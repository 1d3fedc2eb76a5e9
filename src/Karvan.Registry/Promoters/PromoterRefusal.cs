using Karvan.Registry.Firms;

namespace Karvan.Registry.Promoters;

/// <summary>Why something is not done to an application or a place in the promoters' databank.</summary>
public enum PromoterRefusal
{
    NotFound,

    /// <summary>Somebody changed it since the form was opened.</summary>
    Stale,

    /// <summary>What was judged, or is being judged, stays as it was.</summary>
    Locked,

    TooLong,
    ProvinceUnknown,
    ChapterUnknown,
    LanguageUnknown,
    YearsWrong,
    CourseTitleMissing,
    CourseYearWrong,
    EmailWrong,

    /// <summary>Something that S.b asks about is not answered yet.</summary>
    Incomplete,

    /// <summary>It is not with its author.</summary>
    NotWithAuthor,

    /// <summary>It does not wait for an interview or a decision.</summary>
    NotWaiting,

    NoInterview,
    NoDecision,
    NoReason,

    /// <summary>Nobody interviews or decides on themselves.</summary>
    OwnApplication,

    DayWrong,
    JudgementMissing,
    RemarkMissing,

    /// <summary>Only who stands in the databank pauses, only who pauses returns, only who is still there leaves.</summary>
    StandingWrong,

    /// <summary>The Organization suspended them: the Organization alone lets them return.</summary>
    NotTheirs,
}
