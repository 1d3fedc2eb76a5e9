namespace Karvan.Platform.Papers;

/// <summary>Why something is not done to a paper.</summary>
public enum PaperRefusal
{
    NotFound,

    /// <summary>Somebody changed it since the form was opened.</summary>
    Stale,

    /// <summary>The body has no letterhead on the day.</summary>
    NoLetterhead,

    TitleMissing,

    /// <summary>Nobody signs, or more than fit, or a name without a post.</summary>
    SignatoriesWrong,

    EnclosuresWrong,

    /// <summary>What is printed is fixed since it has its number.</summary>
    NotDraft,

    /// <summary>The secretariat's number was not typed, or is too long.</summary>
    NumberMissing,

    /// <summary>The body gave this number to another paper of the year.</summary>
    NumberTaken,

    /// <summary>No day was typed, or one that has not come.</summary>
    DayWrong,

    /// <summary>A signed copy is filed of a paper that has its number and holds.</summary>
    NotNumbered,

    FileMissing,

    /// <summary>The file is one that the scanner found something in.</summary>
    FileInfected,

    NoReason,

    AlreadyWithdrawn,
}

/// <summary>Why a letterhead is not taken.</summary>
public enum LetterheadRefusal
{
    NotFound,

    /// <summary>Somebody changed it since the form was opened.</summary>
    Stale,

    NameMissing,

    /// <summary>Without one place for the number, or with a place that is not known.</summary>
    PatternWrong,

    FirstNumberWrong,

    SignatoriesWrong,

    /// <summary>Another one of the body begins on this day.</summary>
    DayTaken,
}
