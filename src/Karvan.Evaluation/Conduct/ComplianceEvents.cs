using Karvan.Platform.Events;
using Karvan.Platform.Values;

namespace Karvan.Evaluation.Conduct;

public sealed record ViolationCaseEntered(Subject Subject) : DomainEvent(Subject);

/// <summary>A case was confirmed for good, or closed.</summary>
public sealed record ViolationCaseEnded(Subject Subject) : DomainEvent(Subject);

public sealed record CurrencyObligationEntered(Subject Subject) : DomainEvent(Subject);
