using Karvan.Platform.Events;
using Karvan.Platform.Values;

namespace Karvan.Registry.Reference;

[EventKinds(
    nameof(Mission) + "Added",
    nameof(Holiday) + "Added",
    nameof(ProductGroup) + "Added",
    nameof(SizeThreshold) + "Added",
    nameof(CountryAlias) + "Added"
)]
public sealed record ReferenceRowAdded(Subject Subject) : DomainEvent(Subject)
{
    public override string Kind => Subject.Kind + "Added";
}

[EventKinds(
    nameof(Mission) + "Edited",
    nameof(Holiday) + "Edited",
    nameof(ProductGroup) + "Edited",
    nameof(SizeThreshold) + "Edited",
    nameof(CountryAlias) + "Edited"
)]
public sealed record ReferenceRowEdited(Subject Subject) : DomainEvent(Subject)
{
    public override string Kind => Subject.Kind + "Edited";
}

[EventKinds(
    nameof(Mission) + "Withdrawn",
    nameof(Holiday) + "Withdrawn",
    nameof(ProductGroup) + "Withdrawn",
    nameof(SizeThreshold) + "Withdrawn",
    nameof(CountryAlias) + "Withdrawn"
)]
public sealed record ReferenceRowWithdrawn(Subject Subject, string Reason) : DomainEvent(Subject)
{
    public override string Kind => Subject.Kind + "Withdrawn";
}

public sealed record ReferenceListBegun(Subject Subject) : DomainEvent(Subject);

public sealed record HolidaysImported(int Added)
    : DomainEvent(ReferenceRow.SubjectOf(typeof(Holiday), null));
