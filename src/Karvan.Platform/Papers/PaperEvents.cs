using Karvan.Platform.Events;
using Karvan.Platform.Values;

namespace Karvan.Platform.Papers;

public sealed record PaperDrafted(Subject Subject, string PaperKind) : DomainEvent(Subject);

public sealed record PaperEdited(Subject Subject) : DomainEvent(Subject);

/// <summary>A paper got its number, and with it what is printed was fixed.</summary>
public sealed record PaperNumbered(Subject Subject, string Number, DateOnly Day, string Sha256)
    : DomainEvent(Subject);

public sealed record SignedCopyFiled(Subject Subject, string Sha256) : DomainEvent(Subject);

public sealed record PaperWithdrawn(Subject Subject, string Reason) : DomainEvent(Subject);

public sealed record LetterheadAdded(Subject Subject) : DomainEvent(Subject);

public sealed record LetterheadEdited(Subject Subject) : DomainEvent(Subject);
