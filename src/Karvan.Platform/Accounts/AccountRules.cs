using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Accounts;

/// <summary>What several use cases of accounts do in the same way.</summary>
internal static class AccountRules
{
    public static async Task<bool> IsStrong(
        this UserManager<Person> people,
        Person person,
        string password
    )
    {
        foreach (var rule in people.PasswordValidators)
        {
            if (!(await rule.ValidateAsync(people, person, password)).Succeeded)
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Slow on purpose: asked before a change is open.</summary>
    public static bool HasPassword(
        this UserManager<Person> people,
        Person person,
        string password
    ) =>
        person.PasswordHash is { } hash
        && people.PasswordHasher.VerifyHashedPassword(person, hash, password)
            is not PasswordVerificationResult.Failed;

    /// <param name="but">The session that goes on.</param>
    /// <returns>How many ended.</returns>
    public static Task<int> EndSessions(
        this KarvanContext db,
        Guid person,
        DateTime at,
        Guid? but,
        CancellationToken cancellation
    ) =>
        db
            .Sessions.Where(s => s.PersonId == person && s.EndedAt == null && s.Id != but)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, at), cancellation);
}
