using Karvan.Modules.Tests.Notices;
using Karvan.Platform.Accounts;
using Karvan.Platform.Outbox;
using Karvan.Platform.Persistence;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Accounts;

/// <summary>Guessing is held back where it comes from, and nobody shuts anybody else's account; letters are not poured over anybody.</summary>
public sealed class LimitTests
{
    private const string Mail = "maryam@example.org";
    private const string Home = "192.0.2.1";
    private const string Guesser = "198.51.100.7";

    [OnBothDatabases]
    [Theory]
    public async Task Whoever_guesses_shuts_out_themselves_and_not_the_holder(Provider provider)
    {
        await using var desk = await Desk.On(provider);
        await desk.Member(Mail);
        for (var i = 0; i < 8; i++)
        {
            Assert.Equal(SignInRefusal.WrongNameOrPassword, await Try(desk, Guesser, "wrong"));
        }
        // Even if they found it out now they would not learn so.
        Assert.Equal(SignInRefusal.WrongNameOrPassword, await Try(desk, Guesser, Desk.Password));
        Assert.Null(await Try(desk, Home, Desk.Password));
        Assert.Single(await desk.Letters(Mail), m => m.Title == "locked-out");
        desk.House.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Null(await Try(desk, Guesser, Desk.Password));
    }

    [OnBothDatabases]
    [Theory]
    public async Task Many_who_guess_at_one_account_are_kept_out_together_and_the_holder_goes_on(
        Provider provider
    )
    {
        await using var desk = await Desk.On(provider);
        await desk.Member(Mail);
        Assert.Null(await Try(desk, Home, Desk.Password));
        for (var i = 0; i < 60; i++)
        {
            Assert.Equal(
                SignInRefusal.WrongNameOrPassword,
                await Try(desk, $"203.0.113.{i}", "wrong")
            );
        }
        Assert.Equal(
            SignInRefusal.WrongNameOrPassword,
            await Try(desk, "203.0.113.200", Desk.Password)
        );
        Assert.Null(await Try(desk, Home, Desk.Password));
    }

    [OnBothDatabases]
    [Theory]
    public async Task Tries_that_lie_apart_are_no_guessing(Provider provider)
    {
        await using var desk = await Desk.On(provider);
        await desk.Member(Mail);
        for (var i = 0; i < 12; i++)
        {
            Assert.Equal(SignInRefusal.WrongNameOrPassword, await Try(desk, Home, "wrong"));
            desk.House.Clock.Advance(TimeSpan.FromMinutes(16));
        }
        Assert.Null(await Try(desk, Home, Desk.Password));
    }

    /// <summary>Who is signed in as somebody guesses at the password that stands before changes.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task A_session_left_open_is_no_way_to_guess_and_shuts_no_door(Provider provider)
    {
        await using var desk = await Desk.On(provider);
        var id = (await desk.Member(Mail)).PersonId!.Value;
        for (var i = 0; i < 8; i++)
        {
            Assert.Equal(AccountRefusal.PasswordWrong, await Change(desk, id, "wrong"));
        }
        Assert.Equal(AccountRefusal.PasswordWrong, await Change(desk, id, Desk.Password));
        Assert.Null(await Try(desk, Home, Desk.Password));
    }

    [OnBothDatabases]
    [Theory]
    public async Task Nobody_has_letters_poured_over_somebody_else(Provider provider)
    {
        await using var desk = await Desk.On(provider);
        await desk.Member(Mail);
        for (var i = 0; i < 20; i++)
        {
            await desk.The<ResetPassword>().Ask(Mail);
            Assert.Empty(await desk.The<SignUp>().Run("نام", Mail, null, "یک گذر دراز دیگر", "fa"));
        }
        Assert.Equal(6, (await desk.Letters(Mail)).Count);
        // Written otherwise it is the same box.
        Assert.Empty(
            await desk.The<SignUp>()
                .Run("نام", Mail.ToUpperInvariant(), null, "یک گذر دراز دیگر", "fa")
        );
        Assert.Equal(6, await desk.Db.Outbox.CountAsync(m => m.Channel == Channel.Email));
        desk.House.Clock.Advance(TimeSpan.FromHours(1));
        await desk.The<ResetPassword>().Ask(Mail);
        Assert.Equal(7, (await desk.Letters(Mail)).Count);
    }

    /// <summary>Whoever is told of many decisions in an hour may still forget their password.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task What_somebody_is_told_of_keeps_them_from_no_letter_they_ask_for(
        Provider provider
    )
    {
        await using var desk = await Desk.On(provider);
        var member = await desk.Member(Mail);
        for (var i = 0; i < 10; i++)
        {
            await desk.House.Tell(member, NoticeDesk.Decided);
        }
        await desk.The<ResetPassword>().Ask(Mail);
        Assert.Single(await desk.Letters(Mail), m => m.Title == "reset");
    }

    /// <summary>One account, whoever is quicker, and no fault.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Two_who_sign_up_with_one_address_at_once_make_one_account(Provider provider)
    {
        await using var desk = await Desk.On(provider);
        const int Races = 20;
        for (var race = 0; race < Races; race++)
        {
            var mail = $"race-{race}@example.org";
            var both = Enumerable.Range(0, 2).Select(_ => desk.The<SignUp>()).ToList();
            var answers = await Task.WhenAll(
                both.Select(s => Task.Run(() => s.Run("نام", mail, null, Desk.Password, "fa")))
            );
            Assert.All(answers, a => Assert.Empty(a));
            Assert.Equal(1, await desk.Db.Users.CountAsync(p => p.Email == mail));
        }
    }

    private static async Task<SignInRefusal?> Try(Desk desk, string address, string password) =>
        (await desk.The<SignIn>().Run(Mail, password, null, address, "test")).Refused;

    private static async Task<AccountRefusal?> Change(Desk desk, Guid id, string old) =>
        await desk.The<EditAccount>(id).Password(id, Guid.NewGuid(), old, "یک گذر دراز دیگر")
            is [var refused, ..]
            ? refused
            : null;
}
