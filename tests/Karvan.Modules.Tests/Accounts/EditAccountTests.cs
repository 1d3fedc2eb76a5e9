using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Accounts;

/// <summary>A person's own account: name, password and address.</summary>
public sealed class EditAccountTests
{
    private const string Mail = "maryam@example.org";
    private const string NewMail = "m.ahmadi@example.org";
    private const string NewPassword = "پنج واژهٔ تازهٔ پشت هم";

    [OnBothDatabases("", "fa", AccountRefusal.NameMissing)]
    [OnBothDatabases("  ", "fa", AccountRefusal.NameMissing)]
    [OnBothDatabases("مریم", "de", AccountRefusal.LanguageUnknown)]
    [Theory]
    public async Task A_profile_needs_a_name_and_a_language_of_the_pages(
        Provider provider,
        string name,
        string language,
        AccountRefusal refusal
    )
    {
        await using var desk = await Desk.On(provider);
        var person = await desk.Member(Mail);
        Assert.Equal(
            [refusal],
            await Edit(desk, person).Profile(person.PersonId!.Value, name, null, language)
        );
    }

    [OnBothDatabases]
    [Theory]
    public async Task What_changed_in_a_profile_stands_in_the_record(Provider provider)
    {
        await using var desk = await Desk.On(provider);
        var person = await desk.Member(Mail);
        Assert.Empty(
            await Edit(desk, person)
                .Profile(person.PersonId!.Value, "مریم احمدی‌نیا", " 09121112233 ", "en")
        );
        var now = await desk.Db.Users.SingleAsync(p => p.Email == Mail);
        Assert.Equal(
            ("مریم احمدی‌نیا", "09121112233", "en"),
            (now.FullName, now.PhoneNumber, now.Language)
        );
        var happened = await desk.Db.AuditEvents.SingleAsync(e => e.Kind == "ProfileEdited");
        Assert.Contains("مریم احمدی‌نیا", happened.Content, StringComparison.Ordinal);
        Assert.Equal(person.PersonId, happened.AuthorId);
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_new_password_takes_the_old_one_and_ends_the_other_sessions(
        Provider provider
    )
    {
        await using var desk = await Desk.On(provider);
        var person = await desk.Member(Mail);
        var here = (await desk.The<SignIn>().Run(Mail, Desk.Password, null, "", "here")).Value;
        var there = (await desk.The<SignIn>().Run(Mail, Desk.Password, null, "", "there")).Value;
        var id = person.PersonId!.Value;
        Assert.Equal(
            [AccountRefusal.PasswordWrong],
            await Edit(desk, person).Password(id, here.Id, "not it", NewPassword)
        );
        Assert.Equal(
            [AccountRefusal.PasswordTooWeak],
            await Edit(desk, person).Password(id, here.Id, Desk.Password, "short")
        );
        // Both at once.
        Assert.Equal(
            [AccountRefusal.PasswordWrong, AccountRefusal.PasswordTooWeak],
            await Edit(desk, person).Password(id, here.Id, "not it", "short")
        );
        Assert.Empty(await Edit(desk, person).Password(id, here.Id, Desk.Password, NewPassword));
        Assert.Equal(
            [here.Id],
            await desk.Db.Sessions.Where(s => s.EndedAt == null).Select(s => s.Id).ToListAsync()
        );
        Assert.Contains(await desk.Db.Sessions.ToListAsync(), s => s.Id == there.Id);
        Assert.Equal(SignInRefusal.WrongNameOrPassword, await desk.Try(Mail, Desk.Password));
        Assert.Null(await desk.Try(Mail, NewPassword));
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_new_address_counts_once_its_link_was_followed(Provider provider)
    {
        await using var desk = await Desk.On(provider);
        var person = await desk.Member(Mail);
        var id = person.PersonId!.Value;
        Assert.Equal(
            [AccountRefusal.EmailWrong, AccountRefusal.PasswordWrong],
            await Edit(desk, person).AskEmail(id, "not it", "no address")
        );
        Assert.Equal(
            [AccountRefusal.PasswordWrong],
            await Edit(desk, person).AskEmail(id, "not it", NewMail)
        );
        Assert.Empty(await Edit(desk, person).AskEmail(id, Desk.Password, NewMail));
        var letter = Assert.Single(await desk.Letters(NewMail));
        // Until then the old one signs in, and a link for one address does not serve another.
        Assert.Null(await desk.Try(Mail, Desk.Password));
        Assert.Equal(
            AccountRefusal.LinkWrong,
            await Edit(desk, person).SetEmail(id, "other@example.org", letter.Text)
        );
        Assert.Null(await Edit(desk, person).SetEmail(id, NewMail, letter.Text));
        Assert.Null(await desk.Try(NewMail, Desk.Password));
        Assert.Equal(SignInRefusal.WrongNameOrPassword, await desk.Try(Mail, Desk.Password));
        Assert.Equal("email-changed", (await desk.Letters(Mail))[^1].Title);
        // A link is used up.
        Assert.Equal(
            AccountRefusal.LinkWrong,
            await Edit(desk, person).SetEmail(id, NewMail, letter.Text)
        );
    }

    /// <summary>Whether an address has an account is told to its holder alone.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task An_address_of_somebody_else_is_told_to_them_and_not_taken(Provider provider)
    {
        await using var desk = await Desk.On(provider);
        var person = await desk.Member(Mail);
        await desk.Member(NewMail);
        Assert.Empty(
            await Edit(desk, person).AskEmail(person.PersonId!.Value, Desk.Password, NewMail)
        );
        Assert.Equal("joined", (await desk.Letters(NewMail))[^1].Title);
    }

    private static EditAccount Edit(Desk desk, Actor person) => desk.The<EditAccount>(person);
}
