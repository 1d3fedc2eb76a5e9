using Karvan.Platform.Events;
using Karvan.Platform.Values;

namespace Karvan.Evaluation.Reviews;

public sealed record ReviewAssigned(Subject Subject, int Place) : DomainEvent(Subject);

/// <summary>The reviewer has no interest in the firm.</summary>
public sealed record ReviewCleared(Subject Subject) : DomainEvent(Subject);

/// <summary>The reviewer gave the dossier back.</summary>
public sealed record ReviewRecused(Subject Subject, string Reason) : DomainEvent(Subject);

public sealed record ItemReviewed(Subject Subject, string Criterion) : DomainEvent(Subject);

public sealed record CriterionRemarked(Subject Subject, string Criterion) : DomainEvent(Subject);

/// <summary>The reviewer is done with the dossier.</summary>
public sealed record ReviewFinished(Subject Subject) : DomainEvent(Subject);

/// <summary>The secretary decided where two reviewers differ.</summary>
public sealed record ReviewSettled(Subject Subject, string Criterion) : DomainEvent(Subject);
