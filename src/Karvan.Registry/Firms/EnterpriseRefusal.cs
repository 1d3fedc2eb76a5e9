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

    /// <summary>Somebody registered a firm with the number: who does act for it can claim it.</summary>
    NumberTaken,

    /// <summary>A company shows its notice of registration.</summary>
    NoticeMissing,
    NoticeInfected,

    /// <summary>Somebody changed it since the form was opened.</summary>
    Stale,

    /// <summary>Whoever acts for a firm, or says so, does not decide about it.</summary>
    OwnFirm,

    /// <summary>It is not with the expert.</summary>
    NotWaiting,

    NoDecision,

    /// <summary>To ask or to refuse takes a reason.</summary>
    NoReason,

    /// <summary>The days for an answer are no number, or none that can be given.</summary>
    DaysWrong,

    /// <summary>Nothing is asked of the firm.</summary>
    NotAsked,

    NoAnswer,
}
