using Karvan.Platform.Events;
using Karvan.Platform.Values;

namespace Karvan.Evaluation.Campaigns;

public sealed record CampaignDrafted(Subject Subject) : DomainEvent(Subject);

/// <summary>Nobody moves a campaign to where they could not draft it: it is reached as it was and as it is.</summary>
public sealed record CampaignEdited(Subject Subject, Subject Before) : DomainEvent(Subject)
{
    [NotRecorded]
    public Subject Before { get; } = Before;

    public override IReadOnlyList<Subject> Reached => [Before, Subject];
}

/// <summary>Days were set or changed before the call.</summary>
public sealed record CampaignDaysSet(Subject Subject) : DomainEvent(Subject);

/// <summary>After the call a day was moved to a later one, for everybody.</summary>
public sealed record CampaignExtended(Subject Subject, string Reason) : DomainEvent(Subject);

public sealed record CampaignPlacesSet(Subject Subject) : DomainEvent(Subject);

/// <summary>Firms may read it and file.</summary>
public sealed record CampaignCalled(Subject Subject) : DomainEvent(Subject);

/// <summary>The call was a mistake: it is a draft again, which nobody but its secretary sees.</summary>
public sealed record CampaignTakenBack(Subject Subject, string Reason) : DomainEvent(Subject);

/// <summary>Filing is over, and reviewers may begin.</summary>
public sealed record CampaignReviewBegun(Subject Subject) : DomainEvent(Subject);

/// <summary>The reviews began too early: firms file once more.</summary>
public sealed record CampaignFilingReopened(Subject Subject, string Reason) : DomainEvent(Subject);

/// <summary>Everything is decided and computed; the committee has the word.</summary>
public sealed record CampaignBeforeCommittee(Subject Subject) : DomainEvent(Subject);

/// <summary>The committee sends the result back to the reviewers.</summary>
public sealed record CampaignReviewReopened(Subject Subject, string Reason) : DomainEvent(Subject);

/// <summary>The result that the committee approved reached everybody whom it is about.</summary>
/// <param name="Number">Of the result.</param>
/// <param name="Scores">SHA-256 of its <c>scores.csv</c>.</param>
public sealed record CampaignReleased(Subject Subject, int Number, string Scores)
    : DomainEvent(Subject);
