using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Accounts;

public enum SecondFactorRefusal
{
    NotBegun,
    AlreadyOn,
    NotOn,
    CodeWrong,
    PasswordWrong,

    /// <summary>Neither the password nor a code of the account.</summary>
    ProofWrong,
}

/// <summary>The second factor of one's own account: begun, confirmed by a code, its recovery codes made anew, turned off.</summary>
public sealed class SecondFactor(
    KarvanContext db,
    UserManager<Person> people,
    CodeCheck codes,
    FailedTries tries,
    Changes changes
)
{
    /// <returns>The secret that waits to be confirmed; null where nothing was begun, or it is on.</returns>
    public async Task<string?> Begun(Guid id)
    {
        var person = await Find(id);
        return person.TwoFactorEnabled ? null : await people.GetAuthenticatorKeyAsync(person);
    }

    /// <returns>How many recovery codes are left; null where it is off.</returns>
    public async Task<int?> CodesLeft(Guid id, CancellationToken cancellation = default) =>
        (await Find(id)).TwoFactorEnabled
            ? await db.RecoveryCodes.CountAsync(c => c.PersonId == id, cancellation)
            : null;

    /// <summary>
    /// Draws a secret; nothing asks for codes before one was confirmed. It takes the password: whoever finds a session left
    /// open would shut its holder out by a secret of their own.
    /// </summary>
    public async Task<SecondFactorRefusal?> Begin(
        Guid id,
        string password,
        CancellationToken cancellation = default
    )
    {
        var person = await Find(id);
        if (person.TwoFactorEnabled)
        {
            return SecondFactorRefusal.AlreadyOn;
        }
        var known = people.HasPassword(person, password);
        await using var change = await changes.Begin(PlatformActs.ManageOwnAccount, cancellation);
        if (!known || await tries.Rests(person, FailedTries.Inside, cancellation))
        {
            await tries.Count(
                change,
                person,
                FailedTries.Inside,
                new ProofFailed(person.Subject),
                cancellation
            );
            return SecondFactorRefusal.PasswordWrong;
        }
        Must(await people.ResetAuthenticatorKeyAsync(person));
        await change.Commit(new SecondFactorBegun(person.Subject), cancellation);
        return null;
    }

    /// <returns>Ten recovery codes, to be shown this once.</returns>
    public async Task<Outcome<string[], SecondFactorRefusal>> Confirm(
        Guid id,
        string code,
        CancellationToken cancellation = default
    )
    {
        await using var change = await changes.Begin(PlatformActs.ManageOwnAccount, cancellation);
        var person = await Find(id);
        if (person.TwoFactorEnabled)
        {
            return SecondFactorRefusal.AlreadyOn;
        }
        if (await people.GetAuthenticatorKeyAsync(person) is null)
        {
            return SecondFactorRefusal.NotBegun;
        }
        if (!await codes.TakesTimeCode(person, code, cancellation))
        {
            return SecondFactorRefusal.CodeWrong;
        }
        Must(await people.SetTwoFactorEnabledAsync(person, true));
        var drawn = await DrawCodes(id, cancellation);
        await change.Commit(new SecondFactorOn(person.Subject), cancellation);
        return drawn;
    }

    /// <summary>Ten new recovery codes; the old ones are worth nothing afterwards.</summary>
    public async Task<Outcome<string[], SecondFactorRefusal>> RenewCodes(
        Guid id,
        string proof,
        CancellationToken cancellation = default
    )
    {
        var person = await Find(id);
        if (!person.TwoFactorEnabled)
        {
            return SecondFactorRefusal.NotOn;
        }
        var password = people.HasPassword(person, proof);
        await using var change = await changes.Begin(PlatformActs.ManageOwnAccount, cancellation);
        if (!await Proves(change, person, password, proof, cancellation))
        {
            return SecondFactorRefusal.ProofWrong;
        }
        var drawn = await DrawCodes(id, cancellation);
        await change.Commit(new RecoveryCodesRenewed(person.Subject), cancellation);
        return drawn;
    }

    /// <summary>Takes a code, and no password: a session left open and a password that was seen must not do.</summary>
    public async Task<SecondFactorRefusal?> TurnOff(
        Guid id,
        string code,
        CancellationToken cancellation = default
    )
    {
        var person = await Find(id);
        if (!person.TwoFactorEnabled)
        {
            return SecondFactorRefusal.NotOn;
        }
        await using var change = await changes.Begin(PlatformActs.ManageOwnAccount, cancellation);
        if (!await Proves(change, person, false, code, cancellation))
        {
            return SecondFactorRefusal.CodeWrong;
        }
        await Forget(person, cancellation);
        await change.Commit(new SecondFactorOff(person.Subject), cancellation);
        return null;
    }

    /// <summary>Takes the second factor off an account, inside an open change.</summary>
    internal async Task Forget(Person person, CancellationToken cancellation)
    {
        var id = person.Id;
        Must(await people.SetTwoFactorEnabledAsync(person, false));
        // The old secret goes too: who saw it must not be able to confirm it again.
        await db.UserTokens.Where(t => t.UserId == id).ExecuteDeleteAsync(cancellation);
        await db.RecoveryCodes.Where(c => c.PersonId == id).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>A wrong proof is counted as a wrong password is: a session left open is no way to guess codes.</summary>
    private async Task<bool> Proves(
        Change change,
        Person person,
        bool password,
        string proof,
        CancellationToken cancellation
    )
    {
        if (
            !await tries.Rests(person, FailedTries.Inside, cancellation)
            && (password || await codes.Takes(person, proof, cancellation))
        )
        {
            return true;
        }
        await tries.Count(
            change,
            person,
            FailedTries.Inside,
            new ProofFailed(person.Subject),
            cancellation
        );
        return false;
    }

    private async Task<string[]> DrawCodes(Guid id, CancellationToken cancellation)
    {
        await db.RecoveryCodes.Where(c => c.PersonId == id).ExecuteDeleteAsync(cancellation);
        var drawn = Enumerable
            .Range(0, RecoveryCode.InOneSet)
            .Select(_ => RecoveryCode.Draw(id))
            .ToList();
        db.RecoveryCodes.AddRange(drawn.Select(d => d.Kept));
        return [.. drawn.Select(d => d.Code)];
    }

    private async Task<Person> Find(Guid id) =>
        await people.FindByIdAsync(id.ToString())
        ?? throw new InvalidOperationException($"There is no person {id}.");

    private static void Must(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(
                $"The account was not changed: {string.Join("; ", result.Errors.Select(e => e.Code))}."
            );
        }
    }
}
