using Karvan.Platform.Events;
using Karvan.Platform.Values;

namespace Karvan.Evaluation.Dossiers;

public sealed record DossierBegun(Subject Subject, string? Reason) : DomainEvent(Subject);

public sealed record DossierGroupChosen(Subject Subject) : DomainEvent(Subject);

/// <summary>An item of evidence was added or changed.</summary>
/// <param name="Criterion">The clause it is about.</param>
public sealed record DossierItemSaved(Subject Subject, string Criterion) : DomainEvent(Subject);

/// <summary>A file of an item was taken away.</summary>
public sealed record DossierFileTakenAway(Subject Subject, string Criterion) : DomainEvent(Subject);

public sealed record DossierItemRemoved(Subject Subject, string Criterion) : DomainEvent(Subject);

/// <summary>Items of the firm's dossier of an earlier campaign were copied.</summary>
public sealed record DossierItemsCopied(Subject Subject, int Count) : DomainEvent(Subject);

/// <param name="Number">Its number in the intake log.</param>
/// <param name="Content">SHA-256 of what was submitted.</param>
public sealed record DossierSubmitted(Subject Subject, long Number, string Content)
    : DomainEvent(Subject);

/// <summary>It is a draft again, to be changed and submitted anew.</summary>
public sealed record DossierTakenBack(Subject Subject) : DomainEvent(Subject);

public sealed record DossierWithdrawn(Subject Subject, string? Reason) : DomainEvent(Subject);

public sealed record LateFilingAllowed(Subject Subject, DateOnly Until, string Reason)
    : DomainEvent(Subject);
