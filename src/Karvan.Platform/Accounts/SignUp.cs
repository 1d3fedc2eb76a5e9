using Karvan.Platform.Authorization;
using Karvan.Platform.Notices;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Accounts;

public enum SignUpRefusal
{
    NameMissing,
    EmailWrong,
    PasswordTooWeak,
}

/// <summary>
/// Opens an account. Whether an address has one already is told to its holder alone, by a message; the page says the
/// same to everybody.
/// </summary>
public sealed class SignUp(
    KarvanContext db,
    UserManager<Person> people,
    LetterLimit letters,
    PostNotice notice,
    Changes changes,
    TimeProvider clock
)
{
    /// <returns>All that is wrong; nothing where it was done.</returns>
    public async Task<SignUpRefusal[]> Run(
        string fullName,
        string email,
        string? phone,
        string password,
        string language,
        CancellationToken cancellation = default
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var person = Person.Join(fullName, email, phone, language, now);
        var wrong = Refusals.Of(
            (string.IsNullOrWhiteSpace(fullName), SignUpRefusal.NameMissing),
            (!EmailAddress.IsWhole(email), SignUpRefusal.EmailWrong),
            (!await people.IsStrong(person, password), SignUpRefusal.PasswordTooWeak)
        );
        if (wrong.Length > 0)
        {
            return wrong;
        }
        // Slow on purpose: nobody waits for their turn to write meanwhile, and it takes as long where there is an account.
        person.PasswordHash = people.PasswordHasher.HashPassword(person, password);
        await using var change = await changes.Begin(PlatformActs.EnterAccount, cancellation);
        if (await people.FindByEmailAsync(email.Trim()) is { } already)
        {
            if (await letters.Allows(email, cancellation))
            {
                notice.To(already, AccountNotices.AlreadyJoined);
            }
            await change.Commit(new SignedUpAgain(already.Subject), cancellation);
            return [];
        }
        IdentityResult made;
        try
        {
            made = await people.CreateAsync(person);
        }
        catch (DbUpdateException e) when (UniqueViolation.Is(e))
        {
            // The same form twice at once: the other one made the account, and its letter is on its way.
            db.ChangeTracker.Clear();
            return [];
        }
        if (made.Errors.Any(e => e.Code is "DuplicateEmail" or "DuplicateUserName"))
        {
            db.ChangeTracker.Clear();
            return [];
        }
        if (!made.Succeeded)
        {
            throw new InvalidOperationException(
                $"An account was not made: {string.Join("; ", made.Errors.Select(e => e.Code))}."
            );
        }
        var token = await people.GenerateEmailConfirmationTokenAsync(person);
        notice.To(person, AccountNotices.ConfirmEmail, ("id", person.Id), ("token", token));
        await change.Commit(new SignedUp(person.Subject), cancellation);
        return [];
    }
}
