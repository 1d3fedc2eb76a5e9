namespace Karvan.Evaluation.Campaigns;

/// <summary>Why something is not done to a campaign.</summary>
public enum CampaignRefusal
{
    NotFound,

    /// <summary>Somebody changed it since the form was opened.</summary>
    Stale,

    NameMissing,

    /// <summary>No such province, or none that the asker runs campaigns of.</summary>
    ProvinceUnknown,

    /// <summary>No rulebook of the catalog has this family, year, version and content.</summary>
    RulebookUnknown,

    /// <summary>What it goes by is fixed from its call on.</summary>
    Called,

    DaysOutOfOrder,

    GraceNegative,

    /// <summary>After the call a day is only moved to a later one.</summary>
    DayEarlier,

    NoReason,

    /// <summary>A province is named twice, or is none.</summary>
    PlacesUnknown,

    /// <summary>A province that takes part gives one place at least, and no negative reserve.</summary>
    PlacesWrong,

    /// <summary>The campaign is run by one province, for itself.</summary>
    OtherProvince,

    /// <summary>The table of moves has none of this name from the state it is in.</summary>
    NoSuchMove,

    /// <summary>Something that the move needs is missing.</summary>
    NotReady,
}
