using Karvan.Registry.Firms;

namespace Karvan.Registry.Promoters;

/// <summary>What a promoter in the databank, or the Organization, does about their place in it.</summary>
public enum StandingChange
{
    Suspend,
    Return,
    Withdraw,
}

/// <content>What others do to an application: interview, question, decision; and what follows once it is approved.</content>
public sealed partial class Promoter
{
    /// <returns>Null, or why not.</returns>
    public PromoterRefusal? Interview(
        Guid interviewer,
        string interviewerName,
        InterviewNote note,
        DateTime at
    )
    {
        if (interviewer == PersonId)
        {
            return PromoterRefusal.OwnApplication;
        }
        if (State is not (PromoterState.Submitted or PromoterState.Asked))
        {
            return PromoterRefusal.NotWaiting;
        }
        interviews.Add(new PromoterInterview(Id, interviewer, interviewerName, note, at));
        Version++;
        return null;
    }

    /// <returns>Null, or why not.</returns>
    public PromoterRefusal? Ask(string? question)
    {
        if (State is not PromoterState.Submitted)
        {
            return PromoterRefusal.NotWaiting;
        }
        if (string.IsNullOrWhiteSpace(question))
        {
            return PromoterRefusal.NoReason;
        }
        (State, Remark) = (PromoterState.Asked, question.Trim());
        Version++;
        return null;
    }

    /// <summary>Nobody comes into the databank, and nobody is kept out of it, without having been heard (G1.a).</summary>
    /// <param name="interviewed">Whether at least one interview is on file.</param>
    /// <returns>Null, or why not.</returns>
    public PromoterRefusal? Decide(
        PromoterState decision,
        string? reason,
        bool interviewed,
        DateTime at
    )
    {
        if (State is not PromoterState.Submitted)
        {
            return PromoterRefusal.NotWaiting;
        }
        if (decision is not (PromoterState.Approved or PromoterState.Refused))
        {
            return PromoterRefusal.NoDecision;
        }
        if (!interviewed)
        {
            return PromoterRefusal.NoInterview;
        }
        if (decision is PromoterState.Refused && string.IsNullOrWhiteSpace(reason))
        {
            return PromoterRefusal.NoReason;
        }
        (State, Remark) = (decision, Blank(reason));
        if (decision is PromoterState.Approved)
        {
            ApprovedAt = at;
        }
        else
        {
            ClosedAt = at;
        }
        Version++;
        return null;
    }

    /// <param name="byThemselves">The promoter, and not the Organization.</param>
    /// <returns>Null, or why not.</returns>
    public PromoterRefusal? Change(
        StandingChange change,
        bool byThemselves,
        string? reason,
        DateTime at
    )
    {
        var fits = change switch
        {
            StandingChange.Suspend => State is PromoterState.Approved,
            StandingChange.Return => State is PromoterState.Suspended,
            // An application that is not decided is its author's to take back; the Organization decides on it instead.
            _ => byThemselves
                ? !IsClosed
                : State is PromoterState.Approved or PromoterState.Suspended,
        };
        if (!fits)
        {
            return PromoterRefusal.StandingWrong;
        }
        if (change is StandingChange.Return && byThemselves && HeldByOrganization)
        {
            return PromoterRefusal.NotTheirs;
        }
        if (change is not StandingChange.Return && Blank(reason) is null)
        {
            return PromoterRefusal.NoReason;
        }
        State = change switch
        {
            StandingChange.Suspend => PromoterState.Suspended,
            StandingChange.Return => PromoterState.Approved,
            _ => PromoterState.Withdrawn,
        };
        HeldByOrganization = change is StandingChange.Suspend && !byThemselves;
        ClosedAt = change is StandingChange.Withdraw ? at : null;
        Remark = Blank(reason);
        Version++;
        return null;
    }
}
