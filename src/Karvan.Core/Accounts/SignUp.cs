using Karvan.Core.Audit;
using Karvan.Core.Persistence;
using Karvan.Core.Values;
using Microsoft.AspNetCore.Identity;

namespace Karvan.Core.Accounts;

public enum SignUpRefusal
{
    NameMissing,
    EmailWrong,
    PasswordTooWeak,
}

/// <summary>Words of a message, in the language of who gets it; made where texts are.</summary>
public interface ILetters
{
    (string Title, string Text) ConfirmEmail(Person person, string token);

    /// <summary>To somebody who signs up again: they have an account already.</summary>
    (string Title, string Text) AlreadyJoined(Person person);

    (string Title, string Text) ResetPassword(Person person, string token);
}

/// <summary>
/// Opens an account. Whether an address has one already is told to its holder alone, by a message; the page says the
/// same to everybody.
/// </summary>
public sealed class SignUp(
    KarvanContext db,
    UserManager<Person> people,
    ILetters letters,
    Changes changes,
    TimeProvider clock
)
{
    public async Task<SignUpRefusal?> Run(
        string fullName,
        string email,
        string? phone,
        string password,
        string language,
        CancellationToken cancellation = default
    )
    {
        if (string.IsNullOrWhiteSpace(fullName))
        {
            return SignUpRefusal.NameMissing;
        }
        if (
            !System.Net.Mail.MailAddress.TryCreate(email.Trim(), out var mail)
            || mail.Address != email.Trim()
        )
        {
            return SignUpRefusal.EmailWrong;
        }
        var now = clock.GetUtcNow().UtcDateTime;
        var person = Person.Join(fullName, email, phone, language, now);
        foreach (var rule in people.PasswordValidators)
        {
            if (!(await rule.ValidateAsync(people, person, password)).Succeeded)
            {
                return SignUpRefusal.PasswordTooWeak;
            }
        }
        await using var change = await changes.Begin(cancellation);
        if (await people.FindByEmailAsync(email.Trim()) is { } already)
        {
            Write(already, letters.AlreadyJoined(already), now);
            await change.Commit("SignedUpAgain", already.Subject, cancellation: cancellation);
            return null;
        }
        var made = await people.CreateAsync(person, password);
        if (!made.Succeeded)
        {
            throw new InvalidOperationException(
                $"An account was not made: {string.Join("; ", made.Errors.Select(e => e.Code))}."
            );
        }
        var token = await people.GenerateEmailConfirmationTokenAsync(person);
        Write(person, letters.ConfirmEmail(person, token), now);
        await change.Commit("SignedUp", person.Subject, cancellation: cancellation);
        return null;
    }

    private void Write(Person person, (string Title, string Text) letter, DateTime at) =>
        db.Outbox.Add(
            OutboxMessage.Write(Channel.Email, person.Email!, letter.Title, letter.Text, at)
        );
}
