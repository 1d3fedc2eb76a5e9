using Karvan.Platform.Events;
using Karvan.Platform.Values;

namespace Karvan.Registry.Certificates;

public sealed record EraCertificateAdded(Subject Subject) : DomainEvent(Subject);

public sealed record EraCertificateAccepted(Subject Subject) : DomainEvent(Subject);

public sealed record EraCertificateRefused(Subject Subject) : DomainEvent(Subject);
