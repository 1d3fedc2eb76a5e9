using Karvan.Customs.Records;
using Karvan.Platform.Events;
using Karvan.Platform.Values;

namespace Karvan.Customs.Importing;

public sealed record CustomsImportMapped(Subject Subject) : DomainEvent(Subject);

public sealed record CustomsImportDiscarded(Subject Subject) : DomainEvent(Subject);

public sealed record CustomsImportBegunAgain(Subject Subject) : DomainEvent(Subject);

public sealed record CustomsProfileSaved(Subject Subject) : DomainEvent(Subject);

public sealed record CustomsProfileWithdrawn(Subject Subject) : DomainEvent(Subject);

/// <summary>What counts changed: an import came into force or went out of it.</summary>
public abstract record CustomsImportDecided(CustomsImport Import) : DomainEvent(Import.Subject)
{
    [NotRecorded]
    public CustomsImport Import { get; } = Import;
}

public sealed record CustomsImportCommitted(CustomsImport Import) : CustomsImportDecided(Import);

/// <param name="Snapshots">How many of them were flagged.</param>
public sealed record CustomsImportWithdrawn(CustomsImport Import, int Snapshots)
    : CustomsImportDecided(Import);
