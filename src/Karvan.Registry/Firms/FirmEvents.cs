using Karvan.Platform.Events;
using Karvan.Platform.Values;

namespace Karvan.Registry.Firms;

/// <summary>Somebody registered a firm; the record belongs to nobody before.</summary>
public sealed record EnterpriseRegistered(Enterprise Firm) : DomainEvent(Firm.Subject)
{
    [NotRecorded]
    public Enterprise Firm { get; } = Firm;

    public override IReadOnlyList<Subject> Reached =>
        [new Subject(nameof(Enterprise), null, Body.Shared)];
}

/// <param name="Before">The firm as it was reached.</param>
public record EnterpriseEdited(Enterprise Firm, Subject Before) : DomainEvent(Firm.Subject)
{
    [NotRecorded]
    public Enterprise Firm { get; } = Firm;

    [NotRecorded]
    public Subject Before { get; } = Before;

    public override IReadOnlyList<Subject> Reached => [Before];
}

/// <summary>A firm's registration went to another province, and with it whatever belongs to the firm.</summary>
public sealed record EnterpriseMoved(Enterprise Firm, Subject Before)
    : EnterpriseEdited(Firm, Before);

public sealed record EnterpriseVerified(Subject Subject) : DomainEvent(Subject);

/// <param name="Days">Working days for the answer; null where none are set.</param>
public sealed record EnterpriseAsked(Enterprise Firm, int? Days) : DomainEvent(Firm.Subject)
{
    [NotRecorded]
    public Enterprise Firm { get; } = Firm;
}

/// <summary>The firm answered what it was asked.</summary>
public sealed record EnterpriseAnswered(Subject Subject) : DomainEvent(Subject);

public sealed record EnterpriseRefused(Subject Subject) : DomainEvent(Subject);

public sealed record EnterpriseSucceeded(Subject Subject) : DomainEvent(Subject);

public sealed record SuccessionUndone(Subject Subject, string Reason) : DomainEvent(Subject);
