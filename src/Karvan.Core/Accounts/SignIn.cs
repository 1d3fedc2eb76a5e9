using Karvan.Core.Audit;
using Karvan.Core.Persistence;
using Karvan.Core.Values;
using Microsoft.AspNetCore.Identity;

namespace Karvan.Core.Accounts;

public enum SignInRefusal
{
    /// <summary>No such account, or another password: which of them is nobody's business.</summary>
    WrongNameOrPassword,

    LockedOut,

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
    Changes changes,
    TimeProvider clock
)
{
    /// <param name="code">Of the authenticator, where the account has one.</param>
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
        if (person is null)
        {
            return SignInRefusal.WrongNameOrPassword;
        }
        await using var change = await changes.Begin(cancellation);
        if (await people.IsLockedOutAsync(person))
        {
            return SignInRefusal.LockedOut;
        }
        if (!await people.CheckPasswordAsync(person, password))
        {
            return await Fail(change, person, SignInRefusal.WrongNameOrPassword, cancellation);
        }
        if (!person.EmailConfirmed)
        {
            return SignInRefusal.NotConfirmed;
        }
        if (person.TwoFactorEnabled)
        {
            if (string.IsNullOrWhiteSpace(code))
            {
                return SignInRefusal.CodeNeeded;
            }
            if (!await IsRight(person, PersianText.LatinDigits(code)))
            {
                return await Fail(change, person, SignInRefusal.CodeWrong, cancellation);
            }
        }
        await people.ResetAccessFailedCountAsync(person);
        return await Start(change, person, "SignedIn", address, device, cancellation);
    }

    /// <summary>Starts a session for a demo account without asking; only the stand-in page calls it.</summary>
    public async Task<Session> StandIn(
        Person person,
        string address,
        string device,
        CancellationToken cancellation = default
    )
    {
        await using var change = await changes.Begin(cancellation);
        return await Start(change, person, "SignedInAsStandIn", address, device, cancellation);
    }

    private async Task<Session> Start(
        Change change,
        Person person,
        string kind,
        string address,
        string device,
        CancellationToken cancellation
    )
    {
        var session = Session.Start(person.Id, address, device, clock.GetUtcNow().UtcDateTime);
        db.Sessions.Add(session);
        await change.Commit(kind, person.Subject, cancellation: cancellation);
        return session;
    }

    /// <summary>What failed is counted, and the count is kept: it locks the account for a while.</summary>
    private async Task<SignInRefusal> Fail(
        Change change,
        Person person,
        SignInRefusal refusal,
        CancellationToken cancellation
    )
    {
        await people.AccessFailedAsync(person);
        await change.Commit("SignInFailed", person.Subject, cancellation: cancellation);
        return refusal;
    }

    private async Task<bool> IsRight(Person person, string code) =>
        await people.VerifyTwoFactorTokenAsync(
            person,
            TokenOptions.DefaultAuthenticatorProvider,
            code.Replace(" ", "", StringComparison.Ordinal)
        ) || (await people.RedeemTwoFactorRecoveryCodeAsync(person, code)).Succeeded;
}
