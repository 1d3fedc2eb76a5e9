using Karvan.Platform.Events;
using Karvan.Platform.Values;

namespace Karvan.Registry.Claims;

/// <summary>Somebody claimed a firm; the claim is nobody's before.</summary>
public sealed record FirmClaimed(FirmClaim Claim) : DomainEvent(Claim.Subject)
{
    [NotRecorded]
    public FirmClaim Claim { get; } = Claim;

    public override IReadOnlyList<Subject> Reached =>
        [new Subject(nameof(FirmClaim), null, Body.Shared)];
}

/// <param name="Displaced">Who acted for the firm before and does no more.</param>
public sealed record FirmClaimAccepted(FirmClaim Claim, IReadOnlyList<Guid> Displaced)
    : DomainEvent(Claim.Subject)
{
    [NotRecorded]
    public FirmClaim Claim { get; } = Claim;

    [NotRecorded]
    public IReadOnlyList<Guid> Displaced { get; } = Displaced;
}

public sealed record FirmClaimRefused(FirmClaim Claim) : DomainEvent(Claim.Subject)
{
    [NotRecorded]
    public FirmClaim Claim { get; } = Claim;
}
