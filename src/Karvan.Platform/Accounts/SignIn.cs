using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.Notices;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Accounts;

public enum SignInRefusal
{
    /// <summary>
    /// No such account, another password, or an account that rests or is closed: which of them is nobody's business
    /// but its holder's, who gets a message.
    /// </summary>
    WrongNameOrPassword,

    /// <summary>The address was never confirmed; a new message is on its way.</summary>
    NotConfirmed,

    /// <summary>The account takes a second factor, and none was given.</summary>
    CodeNeeded,

    CodeWrong,
}

/// <summary>Checks a name and a password, counts what fails, and starts a session.</summary>
public sealed class SignIn(
    KarvanContext db,
    UserManager<Person> people,
    CodeCheck codes,
    FailedTries tries,
    LetterLimit letters,
    PostNotice notice,
    Changes changes,
    TimeProvider clock
)
{
    /// <summary>Compared with where there is no password, so that an unknown name takes as long as a known one.</summary>
    private static readonly string Decoy = new PasswordHasher<Person>().HashPassword(
        null!,
        $"{Guid.NewGuid()}"
    );

    /// <param name="code">Of the authenticator, where the account has one.</param>
    /// <param name="address">Of the client: wrong tries are counted by it.</param>
    public async Task<Outcome<Session, SignInRefusal>> Run(
        string email,
        string password,
        string? code,
        string address,
        string device,
        CancellationToken cancellation = default
    )
    {
        var person = await people.FindByNameAsync(email.Trim());
        // Slow on purpose, and therefore before a change is open: nobody waits for their turn to write meanwhile.
        var checkedPassword = people.PasswordHasher.VerifyHashedPassword(
            person!,
            person?.PasswordHash ?? Decoy,
            password
        );
        if (
            person is null
            || person.LockedAt is not null
            || await tries.Rests(person, address, cancellation)
        )
        {
            return SignInRefusal.WrongNameOrPassword;
        }
        var right =
            person.PasswordHash is not null
            && checkedPassword is not PasswordVerificationResult.Failed;
        if (right && person.TwoFactorEnabled && string.IsNullOrWhiteSpace(code))
        {
            return SignInRefusal.CodeNeeded;
        }
        await using var change = await changes.Begin(PlatformActs.EnterAccount, cancellation);
        if (!right)
        {
            await tries.Count(
                change,
                person,
                address,
                new SignInFailed(person.Subject),
                cancellation
            );
            return SignInRefusal.WrongNameOrPassword;
        }
        if (!person.EmailConfirmed)
        {
            if (!await letters.Allows(person.Email!, cancellation))
            {
                return SignInRefusal.NotConfirmed;
            }
            var token = await people.GenerateEmailConfirmationTokenAsync(person);
            notice.To(person, AccountNotices.ConfirmEmail, ("id", person.Id), ("token", token));
            await change.Commit(new ConfirmationSent(person.Subject), cancellation);
            return SignInRefusal.NotConfirmed;
        }
        if (person.TwoFactorEnabled && !await codes.Takes(person, code!, cancellation))
        {
            await tries.Count(
                change,
                person,
                address,
                new SignInFailed(person.Subject),
                cancellation
            );
            return SignInRefusal.CodeWrong;
        }
        if (!await tries.Forget(person, address, cancellation))
        {
            return SignInRefusal.WrongNameOrPassword;
        }
        return await Start(
            change,
            person,
            new SignedIn(person.Subject),
            address,
            device,
            false,
            cancellation
        );
    }

    /// <summary>Starts a session for a demo account without asking; only the stand-in page calls it.</summary>
    public async Task<Session> StandIn(
        Person person,
        string address,
        string device,
        CancellationToken cancellation = default
    )
    {
        await using var change = await changes.Begin(PlatformActs.EnterAccount, cancellation);
        return await Start(
            change,
            person,
            new SignedInAsStandIn(person.Subject),
            address,
            device,
            true,
            cancellation
        );
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<Session> Start(
        Change change,
        Person person,
        DomainEvent happened,
        string address,
        string device,
        bool standIn,
        CancellationToken cancellation
    )
    {
        db.WriteAs(person);
        var session = Session.Start(person.Id, address, device, Now, standIn);
        if (!standIn && await IsNews(person, session, cancellation))
        {
            notice.To(
                person,
                AccountNotices.SignedIn,
                ("at", new DateTimeOffset(session.StartedAt, TimeSpan.Zero)),
                ("address", session.Address)
            );
        }
        db.Sessions.Add(session);
        await change.Commit(happened, cancellation);
        return session;
    }

    /// <summary>Staff are told of a device from which they never signed in.</summary>
    private async Task<bool> IsNews(Person person, Session session, CancellationToken cancellation)
    {
        var (id, device) = (person.Id, session.Device);
        return await db.Grants.AnyAsync(
                g => g.PersonId == id && Roles.Staff.Contains(g.Role),
                cancellation
            )
            && await db.Sessions.AnyAsync(s => s.PersonId == id, cancellation)
            && !await db.Sessions.AnyAsync(
                s => s.PersonId == id && s.Device == device,
                cancellation
            );
    }
}
