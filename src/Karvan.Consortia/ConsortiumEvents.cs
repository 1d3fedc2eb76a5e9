using Karvan.Platform.Events;
using Karvan.Platform.Values;

namespace Karvan.Consortia;

public sealed record ConsortiumRecorded(Subject Subject) : DomainEvent(Subject);

/// <summary>Nobody moves a consortium to where they could not record it: it is reached as it was and as it is.</summary>
public sealed record ConsortiumEdited(Subject Subject, Subject Before) : DomainEvent(Subject)
{
    [NotRecorded]
    public Subject Before { get; } = Before;

    public override IReadOnlyList<Subject> Reached => [Before, Subject];
}

public sealed record ConsortiumDissolved(Subject Subject) : DomainEvent(Subject);

/// <param name="Member">The member's name as it was then, which the fields do not say.</param>
public sealed record MemberAdded(Subject Subject, string Member) : DomainEvent(Subject);

public sealed record MembershipEnded(Subject Subject, string? Member) : DomainEvent(Subject);

public sealed record MemberRemoved(Subject Subject, string? Member, string Reason)
    : DomainEvent(Subject);
