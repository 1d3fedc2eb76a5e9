namespace Karvan.Evaluation.Dossiers;

/// <summary>Why something is not done to a dossier.</summary>
public enum DossierRefusal
{
    /// <summary>The campaign, the firm, the dossier or the item is not there, or not the asker's to see.</summary>
    NotFound,

    /// <summary>Somebody changed it since the form was opened.</summary>
    Stale,

    /// <summary>The campaign takes no dossiers: it was not called, or filing is over.</summary>
    NotFiling,

    /// <summary>Filing begins on a later day.</summary>
    TooEarly,

    /// <summary>The last day of filing, grace included, is over.</summary>
    TooLate,

    /// <summary>The province of the firm takes no part.</summary>
    OtherProvince,

    /// <summary>The registration of the firm is not verified.</summary>
    NotVerified,

    /// <summary>The firm has a dossier in this campaign already.</summary>
    AlreadyBegun,

    /// <summary>The rulebook has no product group of this name.</summary>
    GroupUnknown,

    /// <summary>Ranking is by product group: one must be chosen.</summary>
    GroupMissing,

    /// <summary>It was submitted or withdrawn.</summary>
    NotDraft,

    /// <summary>It was not submitted.</summary>
    NotSubmitted,

    /// <summary>It takes a reason, in words.</summary>
    NoReason,

    /// <summary>The rulebook has no criterion of this name that takes evidence.</summary>
    CriterionUnknown,

    /// <summary>The criterion takes no items of this kind.</summary>
    KindUnknown,

    /// <summary>No country of the list, or the exporter's own.</summary>
    CountryUnknown,

    LanguageUnknown,
    BodyUnknown,
    LevelUnknown,

    /// <summary>Below zero, or above what the criterion takes.</summary>
    NumberOutOfRange,

    /// <summary>The end of a period lies before its beginning.</summary>
    EndsBeforeItBegins,

    /// <summary>A day that has not come yet.</summary>
    DayToCome,

    FileRefused,

    /// <summary>An item lacks something that its criterion asks for.</summary>
    Incomplete,

    /// <summary>The office took it out, with a reason: it alone lets it in again.</summary>
    OfficeWithdrew,

    /// <summary>A reviewer has opened it: what they decide on does not change.</summary>
    UnderReview,

    /// <summary>Whoever submits says that what it says is true.</summary>
    NotDeclared,

    /// <summary>The day lies before today, or before the last day of all.</summary>
    DayTooEarly,
}
