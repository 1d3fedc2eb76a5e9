using Karvan.Platform.Events;
using Karvan.Platform.Values;

namespace Karvan.Platform.Jobs;

/// <param name="Job">Its kind.</param>
public sealed record JobCancelled(Subject Subject, string Job) : DomainEvent(Subject);

/// <param name="Job">Its kind.</param>
public sealed record JobRetried(Subject Subject, string Job) : DomainEvent(Subject);
