using Karvan.Platform.Authorization;
using Karvan.Platform.Notices;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.AspNetCore.Identity;

namespace Karvan.Platform.Accounts;

public enum AccountRefusal
{
    NameMissing,
    LanguageUnknown,
    EmailWrong,
    PasswordWrong,
    PasswordTooWeak,

    /// <summary>The link is wrong, used up or too old, or the address is somebody's meanwhile.</summary>
    LinkWrong,
}

/// <summary>A person's own account: what it says of them, its password, its address.</summary>
public sealed class EditAccount(
    KarvanContext db,
    UserManager<Person> people,
    FailedTries tries,
    LetterLimit letters,
    PostNotice notice,
    Changes changes,
    TimeProvider clock
)
{
    private static readonly string[] Languages = ["fa", "en"];

    public async Task<Person> Find(Guid id) =>
        await people.FindByIdAsync(id.ToString())
        ?? throw new InvalidOperationException($"There is no person {id}.");

    /// <returns>All that is wrong; nothing where it was done.</returns>
    public async Task<AccountRefusal[]> Profile(
        Guid id,
        string fullName,
        string? phone,
        string language,
        CancellationToken cancellation = default
    )
    {
        var wrong = Refusals.Of(
            (string.IsNullOrWhiteSpace(fullName), AccountRefusal.NameMissing),
            (!Languages.Contains(language, StringComparer.Ordinal), AccountRefusal.LanguageUnknown)
        );
        if (wrong.Length > 0)
        {
            return wrong;
        }
        await using var change = await changes.Begin(PlatformActs.ManageOwnAccount, cancellation);
        var person = await Find(id);
        person.Edit(fullName, string.IsNullOrWhiteSpace(phone) ? null : phone.Trim(), language);
        await change.Commit(new ProfileEdited(person.Subject), cancellation);
        return [];
    }

    /// <summary>All sessions but this one end.</summary>
    /// <returns>All that is wrong; nothing where it was done.</returns>
    public async Task<AccountRefusal[]> Password(
        Guid id,
        Guid session,
        string old,
        string password,
        CancellationToken cancellation = default
    )
    {
        var person = await Find(id);
        var wrong = Refusals.Of(
            (!await Knows(person, old, cancellation), AccountRefusal.PasswordWrong),
            (!await people.IsStrong(person, password), AccountRefusal.PasswordTooWeak)
        );
        if (wrong.Length > 0)
        {
            return wrong;
        }
        person.PasswordHash = people.PasswordHasher.HashPassword(person, password);
        await using var change = await changes.Begin(PlatformActs.ManageOwnAccount, cancellation);
        if (!(await people.UpdateSecurityStampAsync(person)).Succeeded)
        {
            db.ChangeTracker.Clear();
            return [AccountRefusal.PasswordWrong];
        }
        await db.EndSessions(id, clock.GetUtcNow().UtcDateTime, session, cancellation);
        await change.Commit(new PasswordChanged(person.Subject), cancellation);
        return [];
    }

    /// <summary>Sends a link to the new address. Whether somebody has that address already is told to them alone.</summary>
    /// <returns>All that is wrong; nothing where it was done.</returns>
    public async Task<AccountRefusal[]> AskEmail(
        Guid id,
        string password,
        string email,
        CancellationToken cancellation = default
    )
    {
        var person = await Find(id);
        var wrong = Refusals.Of(
            (!EmailAddress.IsWhole(email), AccountRefusal.EmailWrong),
            (!await Knows(person, password, cancellation), AccountRefusal.PasswordWrong)
        );
        if (wrong.Length > 0)
        {
            return wrong;
        }
        await using var change = await changes.Begin(PlatformActs.ManageOwnAccount, cancellation);
        // Asked for so often, another one would help nobody; whoever asks is told the same.
        if (await letters.Allows(email, cancellation))
        {
            await Write(person, email.Trim());
        }
        await change.Commit(new NewEmailAsked(person.Subject), cancellation);
        return [];
    }

    /// <summary>The link was followed: the address is theirs, and the old one is told.</summary>
    public async Task<AccountRefusal?> SetEmail(
        Guid id,
        string email,
        string token,
        CancellationToken cancellation = default
    )
    {
        await using var change = await changes.Begin(PlatformActs.ManageOwnAccount, cancellation);
        var person = await people.FindByIdAsync(id.ToString());
        if (person is null)
        {
            return AccountRefusal.LinkWrong;
        }
        var old = person.Email!;
        db.WriteAs(person);
        if (
            !(await people.ChangeEmailAsync(person, email, token)).Succeeded
            || !(await people.SetUserNameAsync(person, email)).Succeeded
        )
        {
            db.ChangeTracker.Clear();
            return AccountRefusal.LinkWrong;
        }
        person.KeepSearchKey();
        await change.Commit(new EmailChanged(person.Subject, old), cancellation);
        return null;
    }

    private async Task Write(Person person, string email)
    {
        if (await people.FindByEmailAsync(email) is { } holder)
        {
            notice.To(holder, AccountNotices.AlreadyJoined);
            return;
        }
        var token = await people.GenerateChangeEmailTokenAsync(person, email);
        notice.To(
            person,
            email,
            AccountNotices.NewEmail,
            ("id", person.Id),
            ("token", token),
            ("email", email)
        );
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Wrong ones are counted as at the door.</summary>
    private async Task<bool> Knows(Person person, string password, CancellationToken cancellation)
    {
        if (
            people.HasPassword(person, password)
            && !await tries.Rests(person, FailedTries.Inside, cancellation)
        )
        {
            return true;
        }
        await using var change = await changes.Begin(PlatformActs.ManageOwnAccount, cancellation);
        await tries.Count(
            change,
            person,
            FailedTries.Inside,
            new ProofFailed(person.Subject),
            cancellation
        );
        return false;
    }
}
