namespace Karvan.Evaluation.Reviews;

/// <summary>What a reviewer finds of an item.</summary>
public enum ReviewDecision
{
    Accepted,
    Rejected,
}

/// <summary>Why an item is rejected, for a firm to read and for reports to count.</summary>
public enum RejectionReason
{
    /// <summary>The documents do not show what the item says.</summary>
    NotShown,

    /// <summary>It was not in force, or not held, in the year that counts.</summary>
    OtherYear,

    /// <summary>Who endorsed it may not, or the endorsement cannot be made out.</summary>
    NotEndorsed,

    /// <summary>It is about something else than the criterion.</summary>
    OutsideCriterion,

    /// <summary>It belongs to another firm.</summary>
    OtherFirm,

    /// <summary>The document cannot be read.</summary>
    Unreadable,

    /// <summary>None of these; the remark says which.</summary>
    Other,
}

/// <summary>Why something is not done to a review.</summary>
public enum ReviewRefusal
{
    /// <summary>The dossier, the review or the item is not there, or not the asker's to see.</summary>
    NotFound,

    /// <summary>Somebody changed it since the form was opened.</summary>
    Stale,

    /// <summary>The dossier was not submitted, or was withdrawn.</summary>
    NotSubmitted,

    /// <summary>The campaign is not at its reviews.</summary>
    NotReviewing,

    /// <summary>The campaign has no such place: it goes by one reviewer, or by two.</summary>
    NoSuchPlace,

    /// <summary>Somebody has this place already.</summary>
    PlaceTaken,

    /// <summary>The person has the other place of this dossier, or gave one back.</summary>
    SamePerson,

    /// <summary>The person is no reviewer of this province.</summary>
    NoReviewer,

    /// <summary>The person acts for the firm.</summary>
    ActsForFirm,

    /// <summary>The person acts for a firm of the same consortium.</summary>
    ActsForPartner,

    /// <summary>The person registered, verified or filed for the firm as an officer.</summary>
    OfficerOfFirm,

    /// <summary>It is not said yet whether there is an interest in the firm.</summary>
    InterestNotSaid,

    /// <summary>The review was finished, or given back.</summary>
    Over,

    /// <summary>Accepted or rejected: one of the two.</summary>
    NoDecision,

    /// <summary>A rejection takes its reason from the list.</summary>
    NoReason,

    /// <summary>It takes a remark, in words.</summary>
    NoRemark,

    /// <summary>The criterion takes a number that was not given, or is out of range.</summary>
    NumberOutOfRange,

    LevelUnknown,

    /// <summary>Some items have no decision yet.</summary>
    NotAllDecided,

    /// <summary>Both reviewers are not done yet, or they agree.</summary>
    NothingToSettle,
}
