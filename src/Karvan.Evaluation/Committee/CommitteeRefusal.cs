namespace Karvan.Evaluation.Committee;

/// <summary>Why something of the committee is not done.</summary>
public enum CommitteeRefusal
{
    /// <summary>The campaign, the seat or the meeting is not there, or not the asker's.</summary>
    NotFound,

    /// <summary>Somebody changed it since the form was opened.</summary>
    Stale,

    NoBody,
    NoPerson,

    /// <summary>Another seat leads the meetings.</summary>
    ChairTaken,

    /// <summary>The result was released: the committee is done.</summary>
    Released,

    /// <summary>The campaign is not before its committee.</summary>
    NotBeforeCommittee,

    /// <summary>A meeting about the newest result is open already.</summary>
    MeetingOpen,

    NoAgenda,

    /// <summary>Below 1, or above the number of seats.</summary>
    QuorumWrong,

    /// <summary>The meeting was closed.</summary>
    Closed,

    /// <summary>Somebody computed again: the meeting is about a result that no longer counts.</summary>
    ResultReplaced,

    /// <summary>Nobody is level there.</summary>
    NoTie,

    /// <summary>As many are to be chosen as there are places left, out of those who are level.</summary>
    ChoiceWrong,

    NoReason,

    /// <summary>Not as many votes as seats that are taken: everybody votes, or abstains.</summary>
    VotesWrong,

    /// <summary>The choice was not carried: more voted against it.</summary>
    NotCarried,

    /// <summary>Fewer seats are taken than the meeting needs.</summary>
    NoQuorum,

    /// <summary>Who is level at a last place is not decided yet.</summary>
    TieOpen,

    NoMinutes,
}
