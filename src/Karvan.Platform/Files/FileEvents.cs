using Karvan.Platform.Events;
using Karvan.Platform.Values;

namespace Karvan.Platform.Files;

/// <summary>Somebody read a file; it stands in the trail of what it belongs to.</summary>
public sealed record FileRead(Subject Subject, Guid Attachment, string Name, string Sha256)
    : DomainEvent(Subject);

public sealed record FileFoundClean(string Sha256)
    : DomainEvent(new Subject(nameof(StoredContent), null, Body.Shared));

public sealed record FileFoundInfected(string Sha256)
    : DomainEvent(new Subject(nameof(StoredContent), null, Body.Shared));
