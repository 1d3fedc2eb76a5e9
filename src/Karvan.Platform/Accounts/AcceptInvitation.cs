using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Accounts;

public enum AcceptRefusal
{
    LinkWrong,
    Withdrawn,
    Expired,

    /// <summary>It was accepted before, perhaps a moment ago.</summary>
    Used,

    /// <summary>The account has another address than the invitation.</summary>
    OtherAddress,

    /// <summary>There is an account with this address: sign in, then accept.</summary>
    HasAccount,

    NameMissing,
    PasswordTooWeak,
}

/// <summary>Takes what was offered, once: by the account of the address, or by opening one, which confirms the address.</summary>
public sealed class AcceptInvitation(
    KarvanContext db,
    UserManager<Person> people,
    Changes changes,
    TimeProvider clock
)
{
    /// <summary>What a link offers, to whoever holds the link.</summary>
    public async Task<Outcome<Invitation, AcceptRefusal>> Find(
        string token,
        CancellationToken cancellation = default
    )
    {
        var hash = Invitation.HashOf(token);
        var found = await db.Invitations.SingleOrDefaultAsync(
            i => i.TokenHash == hash,
            cancellation
        );
        return found?.StateAt(Now) switch
        {
            null => AcceptRefusal.LinkWrong,
            InvitationState.Accepted => AcceptRefusal.Used,
            InvitationState.Withdrawn => AcceptRefusal.Withdrawn,
            InvitationState.Expired => AcceptRefusal.Expired,
            _ => found,
        };
    }

    public async Task<AcceptRefusal?> Run(
        Guid person,
        string token,
        CancellationToken cancellation = default
    )
    {
        await using var change = await changes.Begin(PlatformActs.EnterAccount, cancellation);
        var offered = await Find(token, cancellation);
        if (offered.Refused is { } refusal)
        {
            return refusal;
        }
        var account = await db.Users.SingleAsync(p => p.Id == person, cancellation);
        if (account.NormalizedEmail != offered.Value.NormalizedEmail)
        {
            return AcceptRefusal.OtherAddress;
        }
        return await Take(change, offered.Value, account, cancellation);
    }

    /// <summary>Opens an account for the address of the invitation.</summary>
    /// <returns>All that is wrong; nothing where it was done.</returns>
    public async Task<AcceptRefusal[]> Join(
        string token,
        string fullName,
        string? phone,
        string password,
        string language,
        CancellationToken cancellation = default
    )
    {
        var looked = await Find(token, cancellation);
        if (looked.Refused is { } early)
        {
            return [early];
        }
        db.ChangeTracker.Clear();
        var person = Person.Join(fullName, looked.Value.Email, phone, language, Now);
        var wrong = Refusals.Of(
            (string.IsNullOrWhiteSpace(fullName), AcceptRefusal.NameMissing),
            (!await people.IsStrong(person, password), AcceptRefusal.PasswordTooWeak)
        );
        if (wrong.Length > 0)
        {
            return wrong;
        }
        person.PasswordHash = people.PasswordHasher.HashPassword(person, password);
        // The link came to the address, and to nobody else.
        person.EmailConfirmed = true;
        await using var change = await changes.Begin(PlatformActs.EnterAccount, cancellation);
        var offered = await Find(token, cancellation);
        if (offered.Refused is { } refusal)
        {
            return [refusal];
        }
        if (await people.FindByEmailAsync(person.Email!) is not null)
        {
            return [AcceptRefusal.HasAccount];
        }
        try
        {
            if (!(await people.CreateAsync(person)).Succeeded)
            {
                return [AcceptRefusal.HasAccount];
            }
        }
        catch (DbUpdateException e) when (UniqueViolation.Is(e))
        {
            // Another click on the same link was quicker.
            db.ChangeTracker.Clear();
            return [AcceptRefusal.Used];
        }
        return await Take(change, offered.Value, person, cancellation) is { } late ? [late] : [];
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<AcceptRefusal?> Take(
        Change change,
        Invitation invitation,
        Person person,
        CancellationToken cancellation
    )
    {
        invitation.Accept(person.Id, Now);
        var grant = invitation.For(person.Id);
        if (!await db.Holds(person.Id, grant, cancellation))
        {
            db.Grants.Add(grant);
        }
        db.WriteAs(person);
        try
        {
            await change.Commit(
                new InvitationAccepted(
                    invitation.EnterpriseId is null
                        ? GrantChain.Of(
                            nameof(Person),
                            person.Id,
                            invitation.Body,
                            invitation.Provinces,
                            person.Id
                        )
                        : invitation.Subject
                ),
                cancellation
            );
            return null;
        }
        catch (DbUpdateException e)
            when (e is DbUpdateConcurrencyException || UniqueViolation.Is(e))
        {
            db.ChangeTracker.Clear();
            return AcceptRefusal.Used;
        }
    }
}
