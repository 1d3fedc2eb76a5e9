using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Outbox;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Accounts;

/// <summary>The door: what it tells, what it counts, who is named.</summary>
public sealed class SignInTests
{
    private const string Mail = "maryam@example.org";

    [OnBothDatabases]
    [Theory]
    public async Task Whoever_signs_in_is_the_author_of_the_event(Provider provider)
    {
        await using var desk = await Desk.On(provider);
        var person = await desk.Member(Mail);
        Assert.Null(await desk.Try(Mail, Desk.Password));
        var happened = await desk.Db.AuditEvents.SingleAsync(e => e.Kind == "SignedIn");
        Assert.Equal(
            (person.PersonId, person.Name, person.PersonId),
            (happened.AuthorId, happened.AuthorName, happened.SubjectId)
        );
        var confirmed = await desk.Db.AuditEvents.SingleAsync(e => e.Kind == "EmailConfirmed");
        Assert.Equal(person.PersonId, confirmed.AuthorId);
    }

    /// <summary>An unknown name, an account without a password and a resting one cost a password's hash too.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task An_unknown_name_takes_the_same_work_and_gets_the_same_answer(
        Provider provider
    )
    {
        await using var desk = await Desk.On(provider);
        await desk.Member(Mail);
        foreach (var name in new[] { Mail, "nobody@example.org", "" })
        {
            var before = desk.Hasher.Verified;
            Assert.Equal(SignInRefusal.WrongNameOrPassword, await desk.Try(name, "something else"));
            Assert.Equal(before + 1, desk.Hasher.Verified);
        }
    }

    [OnBothDatabases]
    [Theory]
    public async Task After_eight_wrong_tries_the_account_rests_and_only_its_holder_is_told(
        Provider provider
    )
    {
        await using var desk = await Desk.On(provider);
        await desk.Member(Mail);
        for (var i = 0; i < 8; i++)
        {
            Assert.Equal(SignInRefusal.WrongNameOrPassword, await desk.Try(Mail, "wrong"));
        }
        // The right password gets the answer of a wrong one: it must not be found out by guessing on.
        var before = desk.Hasher.Verified;
        Assert.Equal(SignInRefusal.WrongNameOrPassword, await desk.Try(Mail, Desk.Password));
        Assert.Equal(before + 1, desk.Hasher.Verified);
        Assert.Single(await desk.Letters(Mail), m => m.Title == "locked-out");
        var sms = Assert.Single(await desk.Letters("09120000000"));
        Assert.Equal((Channel.Sms, "locked-out"), (sms.Channel, sms.Title));

        desk.House.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Null(await desk.Try(Mail, Desk.Password));
    }

    /// <summary>Twenty wrong tries at once: each is counted, so that the account rests all the same.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Guessing_many_at_once_is_counted_one_by_one(Provider provider)
    {
        await using var desk = await Desk.On(provider);
        await desk.Member(Mail);
        var tries = Enumerable.Range(0, 20).Select(_ => desk.The<SignIn>()).ToList();
        await Task.WhenAll(tries.Select(t => t.Run(Mail, "wrong", null, "127.0.0.1", "")));
        Assert.Equal(SignInRefusal.WrongNameOrPassword, await desk.Try(Mail, Desk.Password));
        // Those that came after the eighth found it resting, or were counted still.
        var counted = await desk.Db.AuditEvents.CountAsync(e => e.Kind == "SignInFailed");
        Assert.InRange(counted, 8, 20);
    }

    [OnBothDatabases]
    [Theory]
    public async Task An_address_that_was_never_confirmed_gets_a_new_link(Provider provider)
    {
        await using var desk = await Desk.On(provider);
        await desk.The<SignUp>().Run("نام", Mail, null, Desk.Password, "fa");
        Assert.Equal(SignInRefusal.WrongNameOrPassword, await desk.Try(Mail, "wrong"));
        Assert.Equal(SignInRefusal.NotConfirmed, await desk.Try(Mail, Desk.Password));
        var letters = await desk.Letters(Mail);
        Assert.Equal(["confirm", "confirm"], letters.Select(l => l.Title));
        var id = (await desk.Db.Users.SingleAsync()).Id;
        Assert.True(await desk.The<ConfirmEmail>().Run(id, letters[1].Text));
        Assert.Null(await desk.Try(Mail, Desk.Password));
    }

    /// <summary>Another writer's turn goes on while a password is hashed: on SQLite it would wait for the hash otherwise.</summary>
    [Fact]
    public async Task A_wrong_password_is_told_of_while_somebody_else_writes()
    {
        await using var desk = await Desk.On(Provider.Sqlite);
        await desk.Member(Mail);
        var db = desk.Db;
        await using var change = await desk.House.ChangesOf(db).Begin(PlatformActs.RunSystem);
        Assert.Equal(
            SignInRefusal.WrongNameOrPassword,
            await desk.Try("nobody@example.org", "wrong").WaitAsync(TimeSpan.FromSeconds(5))
        );
        var before = desk.Hasher.Verified;
        var trying = desk.Try(Mail, "wrong");
        for (var i = 0; i < 500 && desk.Hasher.Verified == before; i++)
        {
            await Task.Delay(10);
        }
        Assert.Equal(before + 1, desk.Hasher.Verified);
        await change.DisposeAsync();
        Assert.Equal(SignInRefusal.WrongNameOrPassword, await trying);
    }

    [OnBothDatabases]
    [Theory]
    public async Task Staff_are_told_of_a_device_that_was_not_seen_before(Provider provider)
    {
        await using var desk = await Desk.On(provider);
        await desk.Member(
            Mail,
            p => Grant.OfStaff(p, Role.Auditor, Body.Shared, Provinces.Country)
        );
        foreach (
            var (device, address) in new[]
            {
                ("first", 1),
                ("first", 2),
                ("second", 3),
                ("second", 4),
            }
        )
        {
            await desk.The<SignIn>().Run(Mail, Desk.Password, null, $"127.0.0.{address}", device);
        }
        var told = Assert.Single(await desk.Letters(Mail), m => m.Title == "signed-in");
        Assert.Equal("127.0.0.3", told.Text);
        Assert.Single(await desk.Letters("09120000000"), m => m.Title == "signed-in");
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_reset_link_is_good_once_and_ends_every_session(Provider provider)
    {
        await using var desk = await Desk.On(provider);
        var person = await desk.Member(Mail);
        Assert.Null(await desk.Try(Mail, Desk.Password));
        await desk.The<ResetPassword>().Ask(Mail);
        var token = (await desk.Letters(Mail))[^1].Text;
        var id = person.PersonId!.Value;
        Assert.Equal(
            ResetRefusal.PasswordTooWeak,
            await desk.The<ResetPassword>().Set(id, token, "short")
        );
        Assert.Null(await desk.The<ResetPassword>().Set(id, token, "another long one"));
        Assert.Equal(
            ResetRefusal.LinkWrong,
            await desk.The<ResetPassword>().Set(id, token, "a third long one")
        );
        Assert.Empty(await desk.The<Sessions>().Of(id));
        Assert.Null(await desk.Try(Mail, "another long one"));
        var happened = await desk.Db.AuditEvents.SingleAsync(e => e.Kind == "PasswordReset");
        Assert.Equal(id, happened.AuthorId);
    }
}
