using Karvan.Platform.Authorization;
using Karvan.Platform.Notices;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Microsoft.AspNetCore.Identity;

namespace Karvan.Platform.Accounts;

public enum ResetRefusal
{
    LinkWrong,
    PasswordTooWeak,
}

/// <summary>Asks for a new password by message, and sets it by the link of that message; all sessions end then.</summary>
public sealed class ResetPassword(
    KarvanContext db,
    UserManager<Person> people,
    FailedTries tries,
    LetterLimit letters,
    PostNotice notice,
    Changes changes,
    TimeProvider clock
)
{
    /// <summary>The page says the same whether or not there is such an account.</summary>
    public async Task Ask(string email, CancellationToken cancellation = default)
    {
        var person = await people.FindByEmailAsync(email.Trim());
        if (person is null || !await letters.Allows(person.Email!, cancellation))
        {
            return;
        }
        await using var change = await changes.Begin(PlatformActs.EnterAccount, cancellation);
        var token = await people.GeneratePasswordResetTokenAsync(person);
        notice.To(person, AccountNotices.ResetPassword, ("id", person.Id), ("token", token));
        await change.Commit(new PasswordResetAsked(person.Subject), cancellation);
    }

    public async Task<ResetRefusal?> Set(
        Guid id,
        string token,
        string password,
        CancellationToken cancellation = default
    )
    {
        var person = await people.FindByIdAsync(id.ToString());
        if (
            person is null
            || !await people.VerifyUserTokenAsync(
                person,
                people.Options.Tokens.PasswordResetTokenProvider,
                UserManager<Person>.ResetPasswordTokenPurpose,
                token
            )
        )
        {
            return ResetRefusal.LinkWrong;
        }
        if (!await people.IsStrong(person, password))
        {
            return ResetRefusal.PasswordTooWeak;
        }
        db.WriteAs(person);
        person.PasswordHash = people.PasswordHasher.HashPassword(person, password);
        await using var change = await changes.Begin(PlatformActs.EnterAccount, cancellation);
        // The stamp makes the link, and every other one that is under way, worth nothing. Two at once: one wins.
        if (!(await people.UpdateSecurityStampAsync(person)).Succeeded)
        {
            db.ChangeTracker.Clear();
            return ResetRefusal.LinkWrong;
        }
        await tries.ForgetAll(id, cancellation);
        await db.EndSessions(id, clock.GetUtcNow().UtcDateTime, null, cancellation);
        await change.Commit(new PasswordReset(person.Subject), cancellation);
        return null;
    }
}
