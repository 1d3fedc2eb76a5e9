using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Microsoft.AspNetCore.Identity;

namespace Karvan.Platform.Accounts;

/// <summary>The link of the message was followed: the address is theirs.</summary>
public sealed class ConfirmEmail(KarvanContext db, UserManager<Person> people, Changes changes)
{
    /// <returns>False when the link is wrong, used up or too old.</returns>
    public async Task<bool> Run(Guid id, string token, CancellationToken cancellation = default)
    {
        var person = await people.FindByIdAsync(id.ToString());
        if (person is null)
        {
            return false;
        }
        db.WriteAs(person);
        await using var change = await changes.Begin(PlatformActs.EnterAccount, cancellation);
        if (!(await people.ConfirmEmailAsync(person, token)).Succeeded)
        {
            return false;
        }
        await change.Commit(new EmailConfirmed(person.Subject), cancellation);
        return true;
    }
}
