using Karvan.Platform.Events;
using Karvan.Platform.Values;

namespace Karvan.Customs.Uploads;

public sealed record CustomsFileBegun(Subject Subject) : DomainEvent(Subject);

public sealed record CustomsFileDropped(Subject Subject) : DomainEvent(Subject);

public sealed record CustomsFileReceived(Subject Subject, string Name, long Bytes)
    : DomainEvent(Subject);

/// <summary>Somebody took the original away.</summary>
public sealed record CustomsFileTaken(Subject Subject, string Name, string Sha256)
    : DomainEvent(Subject);
