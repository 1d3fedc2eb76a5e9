using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Accounts;

/// <summary>Takes a code of the second factor, and uses it up: nobody who saw it typed can type it again.</summary>
public sealed class CodeCheck(KarvanContext db, UserManager<Person> people, TimeProvider clock)
{
    /// <summary>Inside an open change: the code is used up only if that is committed.</summary>
    public async Task<bool> Takes(
        Person person,
        string code,
        CancellationToken cancellation = default
    ) =>
        await TakesTimeCode(person, code, cancellation)
        || await TakesRecoveryCode(person, code, cancellation);

    public async Task<bool> TakesTimeCode(
        Person person,
        string code,
        CancellationToken cancellation = default
    )
    {
        if (
            await people.GetAuthenticatorKeyAsync(person) is not { } secret
            || TimeCode.StepOf(secret, code, clock.GetUtcNow()) is not { } step
        )
        {
            return false;
        }
        var id = person.Id;
        return await db
                .Users.Where(p => p.Id == id && (p.LastCodeStep == null || p.LastCodeStep < step))
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.LastCodeStep, step), cancellation)
            == 1;
    }

    private async Task<bool> TakesRecoveryCode(
        Person person,
        string code,
        CancellationToken cancellation
    )
    {
        var (id, hash) = (person.Id, RecoveryCode.HashOf(person.Id, code));
        return await db
                .RecoveryCodes.Where(c => c.PersonId == id && c.Hash == hash)
                .ExecuteDeleteAsync(cancellation) == 1;
    }
}
