using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Accounts;

public enum GrantRefusal
{
    NotFound,

    /// <summary>More than the administrator holds.</summary>
    BeyondReach,

    AlreadyHeld,

    /// <summary>Nobody gives a role to themselves: somebody else has to want it.</summary>
    OwnAccount,

    /// <summary>Somebody must be left who can give roles, or act for the firm.</summary>
    LastOne,
}

/// <summary>An administrator gives a role of staff to somebody with an account, or takes one away.</summary>
public sealed class GiveGrant(KarvanContext db, Changes changes)
{
    public async Task<GrantRefusal?> Give(
        Actor actor,
        Guid person,
        Role role,
        Body body,
        Provinces provinces,
        CancellationToken cancellation = default
    )
    {
        if (!GrantReach.MayGive(actor, role, body, provinces))
        {
            return GrantRefusal.BeyondReach;
        }
        if (actor.PersonId == person)
        {
            return GrantRefusal.OwnAccount;
        }
        await using var change = await changes.Begin(PlatformActs.ManageGrants, cancellation);
        if (!await db.Users.AnyAsync(p => p.Id == person, cancellation))
        {
            return GrantRefusal.NotFound;
        }
        var grant = Grant.OfStaff(person, role, body, provinces);
        if (await db.Holds(person, grant, cancellation))
        {
            return GrantRefusal.AlreadyHeld;
        }
        db.Grants.Add(grant);
        await change.Commit(new GrantGiven(About(grant), grant), cancellation);
        return null;
    }

    public async Task<GrantRefusal?> Take(
        Actor actor,
        Guid person,
        Guid id,
        CancellationToken cancellation = default
    )
    {
        await using var change = await changes.Begin(PlatformActs.ManageGrants, cancellation);
        // One after the other: two who take each other's role at once must not both be right.
        await change.Alone(AuditChain.SubjectOf(Body.Shared, null), cancellation);
        var grant = await db.Grants.SingleOrDefaultAsync(
            g => g.Id == id && g.PersonId == person,
            cancellation
        );
        if (grant is null)
        {
            return GrantRefusal.NotFound;
        }
        if (!GrantReach.MayGive(actor, grant.Role, grant.Body, grant.Provinces))
        {
            return GrantRefusal.BeyondReach;
        }
        if (IsNational(grant))
        {
            var others = await db
                .Grants.AsNoTracking()
                .Where(g => g.Role == Role.Administrator && g.Id != id)
                .ToListAsync(cancellation);
            if (!others.Exists(IsNational))
            {
                return GrantRefusal.LastOne;
            }
        }
        db.Grants.Remove(grant);
        await change.Commit(new GrantTaken(About(grant), grant), cancellation);
        return null;
    }

    private static bool IsNational(Grant grant) =>
        grant is { Role: Role.Administrator, Body: Body.Shared, Provinces.All: true };

    private static Subject About(Grant grant) =>
        GrantChain.Of(nameof(Person), grant.PersonId, grant.Body, grant.Provinces, grant.PersonId);
}
