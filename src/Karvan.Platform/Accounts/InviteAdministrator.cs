using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Accounts;

/// <summary>
/// Invites an administrator of the whole country from the command line: the first one, whom nobody can invite, or another one
/// when all have lost their accounts. Whoever can do it can write to the database; the record shows that it was done.
/// </summary>
public sealed class InviteAdministrator(KarvanContext db, Changes changes, TimeProvider clock)
{
    private static readonly UpperInvariantLookupNormalizer Normalizer = new();

    /// <returns>The token of the link, which is nowhere else.</returns>
    public async Task<Outcome<string, InvitationRefusal>> Run(
        string email,
        CancellationToken cancellation = default
    )
    {
        if (!EmailAddress.IsWhole(email))
        {
            return InvitationRefusal.EmailWrong;
        }
        await using var change = await changes.Begin(PlatformActs.RunSystem, cancellation);
        var normalized = Normalizer.NormalizeEmail(email.Trim())!;
        var offered = Grant.OfStaff(Guid.Empty, Role.Administrator, Body.Shared, Provinces.Country);
        var holder = await db.Users.SingleOrDefaultAsync(
            p => p.NormalizedEmail == normalized,
            cancellation
        );
        if (holder is not null && await db.Holds(holder.Id, offered, cancellation))
        {
            return InvitationRefusal.AlreadyHeld;
        }
        var now = clock.GetUtcNow().UtcDateTime;
        await db.WithdrawEarlier(normalized, offered, now, cancellation);
        var (invitation, token) = Invitation.Write(
            email,
            normalized,
            offered,
            null,
            Actor.System,
            now
        );
        db.Invitations.Add(invitation);
        await change.Commit(new PersonInvited(invitation), cancellation);
        return token;
    }
}
