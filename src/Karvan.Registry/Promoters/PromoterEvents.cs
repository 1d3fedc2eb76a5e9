using Karvan.Platform.Events;
using Karvan.Platform.Values;

namespace Karvan.Registry.Promoters;

public sealed record PromoterApplicationBegun(Subject Subject) : DomainEvent(Subject);

public sealed record PromoterApplicationSaved(Subject Subject) : DomainEvent(Subject);

public sealed record PromoterApplicationSubmitted(Subject Subject) : DomainEvent(Subject);

public sealed record PromoterInterviewed(Subject Subject) : DomainEvent(Subject);

/// <summary>An expert or the Organization decided something about an application; the applicant is written to.</summary>
public abstract record PromoterDecided(Promoter Promoter) : DomainEvent(Promoter.Subject)
{
    [NotRecorded]
    public Promoter Promoter { get; } = Promoter;
}

public sealed record PromoterAsked(Promoter Promoter) : PromoterDecided(Promoter);

public sealed record PromoterApproved(Promoter Promoter) : PromoterDecided(Promoter);

public sealed record PromoterRefused(Promoter Promoter) : PromoterDecided(Promoter);

/// <summary>The standing of a promoter in the databank changed.</summary>
/// <param name="ByThemselves">Then nobody needs to write to them.</param>
public abstract record PromoterStandingChanged(Promoter Promoter, bool ByThemselves)
    : PromoterDecided(Promoter)
{
    [NotRecorded]
    public bool ByThemselves { get; } = ByThemselves;
}

public sealed record PromoterSuspended(Promoter Promoter, bool ByThemselves)
    : PromoterStandingChanged(Promoter, ByThemselves);

public sealed record PromoterReturned(Promoter Promoter, bool ByThemselves)
    : PromoterStandingChanged(Promoter, ByThemselves);

public sealed record PromoterWithdrawn(Promoter Promoter, bool ByThemselves)
    : PromoterStandingChanged(Promoter, ByThemselves);
