using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.People;
using Karvan.Platform.Values;

namespace Karvan.Platform.Accounts;

/// <summary>A role changed hands. Whoever gives or takes it must reach each of its provinces.</summary>
public abstract record GrantChanged(Subject Subject, Grant Grant) : DomainEvent(Subject)
{
    [NotRecorded]
    public Grant Grant { get; } = Grant;

    public override IReadOnlyList<Subject> Reached =>
        GrantReach.SubjectsOf(Subject, Grant.Body, Grant.Provinces);
}

public sealed record GrantGiven(Subject Subject, Grant Grant) : GrantChanged(Subject, Grant);

public sealed record GrantTaken(Subject Subject, Grant Grant) : GrantChanged(Subject, Grant);

/// <summary>An invitation of a firm is reached as the firm is, one of staff as the role that it offers.</summary>
public abstract record InvitationChanged(Invitation Invitation) : DomainEvent(Invitation.Subject)
{
    [NotRecorded]
    public Invitation Invitation { get; } = Invitation;

    public override IReadOnlyList<Subject> Reached =>
        Invitation.EnterpriseId is null
            ? GrantReach.SubjectsOf(Subject, Invitation.Body, Invitation.Provinces)
            : [Subject];
}

public sealed record PersonInvited(Invitation Invitation) : InvitationChanged(Invitation);

public sealed record InvitationWithdrawn(Invitation Invitation) : InvitationChanged(Invitation);

public sealed record InvitationAccepted(Subject Subject) : DomainEvent(Subject);

/// <param name="Subject">The firm.</param>
/// <param name="Person">Who does not act for it any more.</param>
public sealed record ColleagueRemoved(Subject Subject, Guid Person) : DomainEvent(Subject);

/// <summary>An administrator kept somebody's account, with the reason.</summary>
/// <param name="Through">By what they reach it: the roles, or the firms, of the person.</param>
public abstract record AccountKept(Subject Subject, string Reason, IReadOnlyList<Subject> Through)
    : DomainEvent(Subject)
{
    [NotRecorded]
    public IReadOnlyList<Subject> Through { get; } = Through;

    public override IReadOnlyList<Subject> Reached => Through;
}

public sealed record AccountLocked(Subject Subject, string Reason, IReadOnlyList<Subject> Through)
    : AccountKept(Subject, Reason, Through);

public sealed record AccountUnlocked(Subject Subject, string Reason, IReadOnlyList<Subject> Through)
    : AccountKept(Subject, Reason, Through);

public sealed record SecondFactorReset(
    Subject Subject,
    string Reason,
    IReadOnlyList<Subject> Through
) : AccountKept(Subject, Reason, Through);

public sealed record SessionsEnded(Subject Subject, string Reason, IReadOnlyList<Subject> Through)
    : AccountKept(Subject, Reason, Through);
