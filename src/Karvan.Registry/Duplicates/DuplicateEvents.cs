using Karvan.Platform.Events;
using Karvan.Platform.Values;

namespace Karvan.Registry.Duplicates;

public sealed record DuplicatesToldApart(Subject Subject) : DomainEvent(Subject);

public sealed record LikelyDuplicatesNoted(int Pairs)
    : DomainEvent(new Subject(nameof(LikelyDuplicate), null, Body.Shared));
