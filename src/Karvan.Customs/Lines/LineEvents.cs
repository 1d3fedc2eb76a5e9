using Karvan.Customs.Records;
using Karvan.Platform.Events;
using Karvan.Platform.Values;

namespace Karvan.Customs.Lines;

public sealed record LineObjectionMade(Subject Subject) : DomainEvent(Subject);

public sealed record LineObjectionTakenBack(Subject Subject) : DomainEvent(Subject);

public sealed record LineObjectionRefused(Subject Subject) : DomainEvent(Subject);

public sealed record MissingDeclarationReported(Subject Subject) : DomainEvent(Subject);

public sealed record MissingDeclarationTakenBack(Subject Subject) : DomainEvent(Subject);

/// <summary>An expert answered what a firm reported as missing.</summary>
public abstract record MissingDeclarationAnswered(MissingDeclaration Report)
    : DomainEvent(Report.Subject)
{
    [NotRecorded]
    public MissingDeclaration Report { get; } = Report;
}

public sealed record MissingDeclarationFound(MissingDeclaration Report)
    : MissingDeclarationAnswered(Report);

public sealed record MissingDeclarationRefused(MissingDeclaration Report)
    : MissingDeclarationAnswered(Report);

/// <summary>A decision about a line changed what counts.</summary>
/// <param name="Adjustment">About the line where its file has it.</param>
/// <param name="Elsewhere">What became of the same line where it counts instead, or did before.</param>
public abstract record CustomsLineAdjusted(
    CustomsAdjustment Adjustment,
    params IReadOnlyList<CustomsAdjustment> Elsewhere
) : DomainEvent(Adjustment.Subject)
{
    [NotRecorded]
    public CustomsAdjustment Adjustment { get; } = Adjustment;

    [NotRecorded]
    public IReadOnlyList<CustomsAdjustment> Elsewhere { get; } = Elsewhere;

    public override IReadOnlyList<Subject> Reached =>
        [Subject, .. Elsewhere.Select(a => a.Subject)];
}

public sealed record CustomsLineStruck(
    CustomsAdjustment Adjustment,
    params IReadOnlyList<CustomsAdjustment> Elsewhere
) : CustomsLineAdjusted(Adjustment, Elsewhere);

public sealed record CustomsLineCorrected(
    CustomsAdjustment Adjustment,
    params IReadOnlyList<CustomsAdjustment> Elsewhere
) : CustomsLineAdjusted(Adjustment, Elsewhere);

/// <summary>The line counts in the other flow, or for another firm.</summary>
public sealed record CustomsLineMoved(
    CustomsAdjustment Adjustment,
    params IReadOnlyList<CustomsAdjustment> Elsewhere
) : CustomsLineAdjusted(Adjustment, Elsewhere);

public sealed record CustomsAdjustmentWithdrawn(
    CustomsAdjustment Adjustment,
    params IReadOnlyList<CustomsAdjustment> Elsewhere
) : CustomsLineAdjusted(Adjustment, Elsewhere);
