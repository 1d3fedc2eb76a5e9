using Karvan.Platform.Events;
using Karvan.Platform.Notices;
using Karvan.Platform.Values;

namespace Karvan.Registry.Promoters;

public sealed record PromoterApplicationBegun(Subject Subject) : DomainEvent(Subject);

public sealed record PromoterApplicationSaved(Subject Subject) : DomainEvent(Subject);

/// <param name="Answer">To what was asked last; null where nothing was, or nothing was said of it.</param>
public sealed record PromoterApplicationSubmitted(
    Subject Subject,
    [property: NotRecorded] string? Answer
) : DomainEvent(Subject);

public sealed record PromoterInterviewed(Subject Subject) : DomainEvent(Subject);

/// <summary>An expert or the Organization decided something about an application; the applicant is written to.</summary>
public abstract record PromoterDecided(Promoter Promoter, NoticeKind Notice)
    : DomainEvent(Promoter.Subject)
{
    [NotRecorded]
    public Promoter Promoter { get; } = Promoter;

    /// <summary>What the applicant is told.</summary>
    [NotRecorded]
    public NoticeKind Notice { get; } = Notice;

    /// <summary>What whoever decided wrote to them.</summary>
    [NotRecorded]
    public virtual string? Remark => Promoter.Remark;
}

public sealed record PromoterAsked(Promoter Promoter)
    : PromoterDecided(Promoter, PromoterNotices.Asked);

public sealed record PromoterApproved(Promoter Promoter)
    : PromoterDecided(Promoter, PromoterNotices.Approved);

public sealed record PromoterRefused(Promoter Promoter)
    : PromoterDecided(Promoter, PromoterNotices.Refused);

/// <summary>The standing of a promoter in the databank changed.</summary>
/// <param name="ByThemselves">Then nobody needs to write to them.</param>
public abstract record PromoterStandingChanged(
    Promoter Promoter,
    NoticeKind Notice,
    bool ByThemselves
) : PromoterDecided(Promoter, Notice)
{
    [NotRecorded]
    public bool ByThemselves { get; } = ByThemselves;
}

public sealed record PromoterSuspended(Promoter Promoter, bool ByThemselves)
    : PromoterStandingChanged(Promoter, PromoterNotices.Suspended, ByThemselves);

public sealed record PromoterReturned(Promoter Promoter, bool ByThemselves)
    : PromoterStandingChanged(Promoter, PromoterNotices.Returned, ByThemselves)
{
    /// <summary>What stands there was said of the suspension.</summary>
    [NotRecorded]
    public override string? Remark => null;
}

public sealed record PromoterWithdrawn(Promoter Promoter, bool ByThemselves)
    : PromoterStandingChanged(Promoter, PromoterNotices.Withdrawn, ByThemselves);
