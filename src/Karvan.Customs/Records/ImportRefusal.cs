namespace Karvan.Customs.Records;

/// <summary>Why something is not done to an import or its file.</summary>
public enum ImportRefusal
{
    NotFound,

    /// <summary>Somebody changed it since the form was opened.</summary>
    Stale,

    NameMissing,

    /// <summary>No bytes, or more than a customs file may have.</summary>
    BadLength,

    /// <summary>The part does not begin where the file stops.</summary>
    WrongPlace,

    /// <summary>More bytes came than the file was to have.</summary>
    TooMuch,

    /// <summary>The file is whole, or was given up.</summary>
    NotComing,

    /// <summary>Its mapping cannot be changed any more, or it cannot be discarded.</summary>
    NotOpen,

    /// <summary>The columns are not decided.</summary>
    NotMapped,

    /// <summary>It is not read, or its report is gone.</summary>
    NotReady,

    /// <summary>It is not committed, or another has taken its place, or it is of another province.</summary>
    NotInForce,

    NoReason,

    /// <summary>Another profile has this name.</summary>
    NameTaken,

    /// <summary>A profile of another province, or of the country, has this name: it is not theirs to replace.</summary>
    NameElsewhere,
}
