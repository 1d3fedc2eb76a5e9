using Karvan.Core.Audit;
using Karvan.Core.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Core.Accounts;

public enum ResetRefusal
{
    LinkWrong,
    PasswordTooWeak,
}

/// <summary>Asks for a new password by message, and sets it by the link of that message; all sessions end then.</summary>
public sealed class ResetPassword(
    KarvanContext db,
    UserManager<Person> people,
    ILetters letters,
    Changes changes,
    TimeProvider clock
)
{
    /// <summary>The page says the same whether or not there is such an account.</summary>
    public async Task Ask(string email, CancellationToken cancellation = default)
    {
        var person = await people.FindByEmailAsync(email.Trim());
        if (person is null)
        {
            return;
        }
        await using var change = await changes.Begin(cancellation);
        var (title, text) = letters.ResetPassword(
            person,
            await people.GeneratePasswordResetTokenAsync(person)
        );
        db.Outbox.Add(
            OutboxMessage.Write(
                Channel.Email,
                person.Email!,
                title,
                text,
                clock.GetUtcNow().UtcDateTime
            )
        );
        await change.Commit("PasswordResetAsked", person.Subject, cancellation: cancellation);
    }

    public async Task<ResetRefusal?> Set(
        Guid id,
        string token,
        string password,
        CancellationToken cancellation = default
    )
    {
        var person = await people.FindByIdAsync(id.ToString());
        if (person is null)
        {
            return ResetRefusal.LinkWrong;
        }
        await using var change = await changes.Begin(cancellation);
        var done = await people.ResetPasswordAsync(person, token, password);
        if (!done.Succeeded)
        {
            return done.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.InvalidToken))
                ? ResetRefusal.LinkWrong
                : ResetRefusal.PasswordTooWeak;
        }
        var now = clock.GetUtcNow().UtcDateTime;
        await db
            .Sessions.Where(s => s.PersonId == id && s.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellation);
        await change.Commit("PasswordReset", person.Subject, cancellation: cancellation);
        return null;
    }
}
