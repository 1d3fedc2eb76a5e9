using Karvan.Platform.Events;
using Karvan.Platform.Values;

namespace Karvan.Platform.Accounts;

public sealed record SignedUp(Subject Subject) : DomainEvent(Subject);

public sealed record SignedUpAgain(Subject Subject) : DomainEvent(Subject);

public sealed record ConfirmationSent(Subject Subject) : DomainEvent(Subject);

public sealed record EmailConfirmed(Subject Subject) : DomainEvent(Subject);

public sealed record SignedIn(Subject Subject) : DomainEvent(Subject);

public sealed record SignedInAsStandIn(Subject Subject) : DomainEvent(Subject);

public sealed record SignInFailed(Subject Subject) : DomainEvent(Subject);

public sealed record ProofFailed(Subject Subject) : DomainEvent(Subject);

public sealed record SessionEnded(Subject Subject) : DomainEvent(Subject);

public sealed record PasswordResetAsked(Subject Subject) : DomainEvent(Subject);

public sealed record PasswordReset(Subject Subject) : DomainEvent(Subject);

public sealed record ProfileEdited(Subject Subject) : DomainEvent(Subject);

public sealed record PasswordChanged(Subject Subject) : DomainEvent(Subject);

public sealed record NewEmailAsked(Subject Subject) : DomainEvent(Subject);

/// <param name="Before">The address that was theirs.</param>
public sealed record EmailChanged(Subject Subject, string Before) : DomainEvent(Subject)
{
    [NotRecorded]
    public string Before { get; } = Before;
}
