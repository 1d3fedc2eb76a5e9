using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Accounts;

/// <summary>Somebody who acts for a firm.</summary>
public sealed record FirmPerson(Guid Id, string FullName, string Email, DateTime JoinedAt);

/// <summary>The people who act for one firm: listed, and removed, the last one excepted. Who may ask was decided before.</summary>
public sealed class FirmPeople(KarvanContext db, Changes changes)
{
    public async Task<IReadOnlyList<FirmPerson>> Of(
        Guid firm,
        CancellationToken cancellation = default
    ) =>
        await (
            from g in db.Grants.AsNoTracking()
            join p in db.Users.AsNoTracking() on g.PersonId equals p.Id
            where g.EnterpriseId == firm && g.Role == Role.FirmUser
            orderby p.SortKey, p.Id
            select new FirmPerson(p.Id, p.FullName, p.Email!, p.JoinedAt)
        ).ToListAsync(cancellation);

    /// <summary>What was offered and neither accepted nor withdrawn; the latest first.</summary>
    public async Task<IReadOnlyList<Invitation>> Invited(
        Guid firm,
        CancellationToken cancellation = default
    ) =>
        await db
            .Invitations.AsNoTracking()
            .Where(i => i.EnterpriseId == firm && i.AcceptedAt == null && i.WithdrawnAt == null)
            .OrderByDescending(i => i.InvitedAt)
            .ToListAsync(cancellation);

    public async Task<GrantRefusal?> Remove(
        Actor actor,
        Subject firm,
        Guid person,
        CancellationToken cancellation = default
    )
    {
        if (!Access.Allows(actor, PlatformActs.InviteColleague, firm))
        {
            return GrantRefusal.BeyondReach;
        }
        await using var change = await changes.Begin(PlatformActs.InviteColleague, cancellation);
        // Two who remove each other at once take turns here, and the second finds the last one.
        await change.Alone(firm, cancellation);
        var grants = await db
            .Grants.Where(g => g.EnterpriseId == firm.Id && g.Role == Role.FirmUser)
            .ToListAsync(cancellation);
        var grant = grants.Find(g => g.PersonId == person);
        if (grant is null)
        {
            return GrantRefusal.NotFound;
        }
        if (grants.TrueForAll(g => g.PersonId == person))
        {
            return GrantRefusal.LastOne;
        }
        db.Grants.Remove(grant);
        await change.Commit(new ColleagueRemoved(firm, person), cancellation);
        return null;
    }
}
