using Karvan.Platform.Authorization;
using Karvan.Platform.Notices;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Accounts;

public enum InvitationRefusal
{
    EmailWrong,

    /// <summary>Whoever has this address holds the role already.</summary>
    AlreadyHeld,

    /// <summary>More than the inviter may give.</summary>
    BeyondReach,

    /// <summary>Nobody gives a role to themselves, by letter no more than otherwise.</summary>
    OwnAccount,

    /// <summary>This address was written to so often that another letter would help nobody.</summary>
    TooManyLetters,

    /// <summary>No such invitation that could be withdrawn.</summary>
    NotOpen,
}

/// <summary>Invites by letter: colleagues for a firm, staff for a body and provinces. Inviting again makes the earlier link worthless.</summary>
public sealed class InvitePeople(
    KarvanContext db,
    UserManager<Person> people,
    LetterLimit letters,
    PostNotice notice,
    Changes changes,
    TimeProvider clock
)
{
    /// <param name="firm">What access was decided on; its province names the chain.</param>
    public async Task<InvitationRefusal?> Colleague(
        Actor actor,
        Subject firm,
        string firmName,
        string email,
        string language,
        CancellationToken cancellation = default
    ) =>
        !Access.Allows(actor, PlatformActs.InviteColleague, firm)
            ? InvitationRefusal.BeyondReach
            : await Invite(
                actor,
                Grant.OfFirm(Guid.Empty, firm.Id!.Value),
                (firm, firmName),
                email,
                language,
                cancellation
            );

    public async Task<InvitationRefusal?> Staff(
        Actor actor,
        Role role,
        Body body,
        Provinces provinces,
        string email,
        string language,
        CancellationToken cancellation = default
    )
    {
        if (!GrantReach.MayGive(actor, role, body, provinces))
        {
            return InvitationRefusal.BeyondReach;
        }
        var offered = Grant.OfStaff(Guid.Empty, role, body, provinces);
        return await Invite(actor, offered, null, email, language, cancellation);
    }

    /// <summary>Invitations to roles of staff that are open and theirs to withdraw, the newest first.</summary>
    public async Task<IReadOnlyList<Invitation>> OpenFor(
        Actor actor,
        CancellationToken cancellation = default
    )
    {
        var now = Now;
        var open = await db
            .Invitations.AsNoTracking()
            .Where(i =>
                i.EnterpriseId == null
                && i.AcceptedAt == null
                && i.WithdrawnAt == null
                && i.ExpiresAt > now
            )
            .OrderByDescending(i => i.InvitedAt)
            .ToListAsync(cancellation);
        return [.. open.Where(i => GrantReach.MayGive(actor, i.Role, i.Body, i.Provinces))];
    }

    /// <param name="firm">The firm whose invitation it must be; null for one of staff.</param>
    public async Task<InvitationRefusal?> Withdraw(
        Actor actor,
        Guid id,
        Subject? firm,
        CancellationToken cancellation = default
    )
    {
        await using var change = await changes.Begin(ActFor(firm), cancellation);
        var found = await db.Invitations.SingleOrDefaultAsync(i => i.Id == id, cancellation);
        if (
            found is null
            || found.EnterpriseId != firm?.Id
            || found.StateAt(Now) is not InvitationState.Open
        )
        {
            return InvitationRefusal.NotOpen;
        }
        var may = firm is null
            ? GrantReach.MayGive(actor, found.Role, found.Body, found.Provinces)
            : Access.Allows(actor, PlatformActs.InviteColleague, firm);
        if (!may)
        {
            return InvitationRefusal.BeyondReach;
        }
        found.Withdraw(Now);
        try
        {
            await change.Commit(new InvitationWithdrawn(found), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // It was accepted a moment before.
            db.ChangeTracker.Clear();
            return InvitationRefusal.NotOpen;
        }
        return null;
    }

    private static NoticeWords Offer(Invitation invitation) =>
        invitation.FirmName is { } firm
            ? new("letter.invitation.firm", ("firm", firm))
            : new($"role.name.{invitation.Role}");

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>A firm invites its colleagues; whoever gives roles invites staff.</summary>
    private static Act ActFor(Subject? firm) =>
        firm is null ? PlatformActs.ManageGrants : PlatformActs.InviteColleague;

    private async Task<InvitationRefusal?> Invite(
        Actor actor,
        Grant offered,
        (Subject Subject, string Name)? firm,
        string email,
        string language,
        CancellationToken cancellation
    )
    {
        if (!EmailAddress.IsWhole(email))
        {
            return InvitationRefusal.EmailWrong;
        }
        if (!await letters.Allows(email, cancellation))
        {
            return InvitationRefusal.TooManyLetters;
        }
        var normalized = people.NormalizeEmail(email.Trim());
        await using var change = await changes.Begin(ActFor(firm?.Subject), cancellation);
        var holder = await db.Users.SingleOrDefaultAsync(
            p => p.NormalizedEmail == normalized,
            cancellation
        );
        if (holder is not null && firm is null && holder.Id == actor.PersonId)
        {
            return InvitationRefusal.OwnAccount;
        }
        if (holder is not null && await db.Holds(holder.Id, offered, cancellation))
        {
            return InvitationRefusal.AlreadyHeld;
        }
        await db.WithdrawEarlier(normalized, offered, Now, cancellation);
        var (invitation, token) = Invitation.Write(email, normalized, offered, firm, actor, Now);
        db.Invitations.Add(invitation);
        notice.ToStranger(
            email.Trim(),
            language,
            AccountNotices.Invitation,
            ("inviter", invitation.InvitedByName),
            ("offer", Offer(invitation)),
            ("token", token)
        );
        if (holder is not null)
        {
            notice.Inside(
                holder,
                AccountNotices.Invited,
                ("inviter", invitation.InvitedByName),
                ("offer", Offer(invitation))
            );
        }
        await change.Commit(new PersonInvited(invitation), cancellation);
        return null;
    }
}
