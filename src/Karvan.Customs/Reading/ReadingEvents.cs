using Karvan.Platform.Events;
using Karvan.Platform.Values;

namespace Karvan.Customs.Reading;

public sealed record CustomsImportReadingStarted(Subject Subject) : DomainEvent(Subject);

public sealed record CustomsImportReadingFailed(Subject Subject) : DomainEvent(Subject);

public sealed record CustomsImportReadingCancelled(Subject Subject) : DomainEvent(Subject);

public sealed record CustomsFileUnusable(Subject Subject) : DomainEvent(Subject);

public sealed record CustomsFileRead(Subject Subject, string Sha256, long Accepted, long Rejected)
    : DomainEvent(Subject);
