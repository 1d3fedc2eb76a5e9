using Karvan.Platform.Events;
using Karvan.Platform.Values;

namespace Karvan.Evaluation.Rulebooks;

public sealed record RulebookDraftBegun(Subject Subject) : DomainEvent(Subject);

/// <summary>A part of it was written; the record of changes holds the hash of the text before and after.</summary>
[EventKinds(
    "RulebookNamesEdited",
    "RulebookYearsEdited",
    "RulebookPointsEdited",
    "RulebookBandsEdited",
    "RulebookWeightsEdited",
    "RulebookListsEdited",
    "RulebookReadingsEdited",
    "RulebookTextEdited"
)]
public sealed record RulebookDraftEdited(Subject Subject, [property: NotRecorded] RulebookPart Part)
    : DomainEvent(Subject)
{
    [NotRecorded]
    public override string Kind => $"Rulebook{Part}Edited";
}

public sealed record RulebookDraftSent(Subject Subject) : DomainEvent(Subject);

/// <summary>Its drafter goes on writing before anybody decided.</summary>
public sealed record RulebookDraftTakenBack(Subject Subject) : DomainEvent(Subject);

public sealed record RulebookDraftReturned(Subject Subject, string Reason) : DomainEvent(Subject);

public sealed record RulebookDraftDropped(Subject Subject) : DomainEvent(Subject);

/// <summary>It stands among the published ones; its draft is over.</summary>
public sealed record RulebookPublished(Subject Subject) : DomainEvent(Subject);
