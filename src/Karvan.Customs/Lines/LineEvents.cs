using Karvan.Customs.Records;
using Karvan.Platform.Events;
using Karvan.Platform.Values;

namespace Karvan.Customs.Lines;

public sealed record LineObjectionMade(Subject Subject) : DomainEvent(Subject);

public sealed record LineObjectionTakenBack(Subject Subject) : DomainEvent(Subject);

public sealed record LineObjectionRefused(Subject Subject) : DomainEvent(Subject);

/// <summary>A decision about a line changed what counts.</summary>
public abstract record CustomsLineAdjusted(CustomsAdjustment Adjustment)
    : DomainEvent(Adjustment.Subject)
{
    [NotRecorded]
    public CustomsAdjustment Adjustment { get; } = Adjustment;
}

public sealed record CustomsLineStruck(CustomsAdjustment Adjustment)
    : CustomsLineAdjusted(Adjustment);

public sealed record CustomsLineCorrected(CustomsAdjustment Adjustment)
    : CustomsLineAdjusted(Adjustment);

public sealed record CustomsAdjustmentWithdrawn(CustomsAdjustment Adjustment)
    : CustomsLineAdjusted(Adjustment);
