using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Claims;

/// <summary>
/// The provincial expert settles who acts for a firm: the claimant beside the others, the claimant in their place, or the
/// others alone.
/// </summary>
public sealed class SettleClaim(KarvanContext db, Changes changes)
{
    public async Task<Outcome<FirmClaim, ClaimRefusal>> Run(
        Guid id,
        int version,
        ClaimState decision,
        string? remark,
        CancellationToken cancellation = default
    )
    {
        await using var change = await changes.Begin(RegistryActs.SettleClaim, cancellation);
        var claim = await db.FirmClaims.SingleOrDefaultAsync(c => c.Id == id, cancellation);
        if (claim is null)
        {
            return ClaimRefusal.NotFound;
        }
        if (claim.Version != version)
        {
            return ClaimRefusal.Stale;
        }
        var person = db.Author.PersonId;
        if (
            claim.PersonId == person
            || await db.Grants.AnyAsync(
                g => g.PersonId == person && g.EnterpriseId == claim.EnterpriseId,
                cancellation
            )
        )
        {
            return ClaimRefusal.OwnClaim;
        }
        if (claim.Settle(decision, remark) is { } refusal)
        {
            return refusal;
        }
        DomainEvent settled =
            decision is ClaimState.Refused
                ? new FirmClaimRefused(claim)
                : new FirmClaimAccepted(claim, await Seat(claim, cancellation));
        try
        {
            await change.Commit(settled, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return ClaimRefusal.Stale;
        }
        return claim;
    }

    /// <returns>Who lost their place.</returns>
    private async Task<IReadOnlyList<Guid>> Seat(FirmClaim claim, CancellationToken cancellation)
    {
        var firm = await db.Enterprises.SingleAsync(e => e.Id == claim.EnterpriseId, cancellation);
        var before = await db
            .Grants.Where(g => g.EnterpriseId == firm.Id && g.Role == Role.FirmUser)
            .ToListAsync(cancellation);
        if (!before.Exists(g => g.PersonId == claim.PersonId))
        {
            // That they act for the firm is settled; whether the firm is what it says, the registration is about.
            db.Grants.Add(
                firm.State is VerificationState.Verified
                    ? Grant.OfFirm(claim.PersonId, firm.Id)
                    : Grant.OfClaim(claim.PersonId, firm.Id)
            );
        }
        if (claim.State is not ClaimState.Replaced)
        {
            return [];
        }
        var displaced = before.Where(g => g.PersonId != claim.PersonId).ToList();
        db.Grants.RemoveRange(displaced);
        return [.. displaced.Select(g => g.PersonId)];
    }
}
