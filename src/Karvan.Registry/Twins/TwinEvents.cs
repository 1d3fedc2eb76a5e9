using Karvan.Platform.Events;
using Karvan.Platform.Values;

namespace Karvan.Registry.Twins;

public sealed record TwinsToldApart(Subject Subject) : DomainEvent(Subject);

public sealed record LikelyTwinsNoted(int Pairs)
    : DomainEvent(new Subject(nameof(LikelyTwin), null, Body.Shared));
