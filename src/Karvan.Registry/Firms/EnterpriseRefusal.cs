namespace Karvan.Registry.Firms;

/// <summary>Why something is not done to a firm's registration.</summary>
public enum EnterpriseRefusal
{
    NotFound,
    NameMissing,
    ProvinceUnknown,
    EmployeesWrong,
    HsCodeWrong,

    /// <summary>Neither a legal id nor a national code whose check digit holds.</summary>
    NumberWrong,

    /// <summary>Another registered firm holds the number: its people can invite this person.</summary>
    NumberTaken,

    /// <summary>Somebody changed it since the form was opened.</summary>
    Stale,

    /// <summary>It is not with the expert.</summary>
    NotWaiting,

    NoDecision,

    /// <summary>To ask or to refuse takes a reason.</summary>
    NoReason,
}
