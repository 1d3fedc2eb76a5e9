using Karvan.Platform.Accounts;
using Karvan.Platform.Persistence;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Accounts;

/// <summary>A session ends, however much it is used; and what changes about an account reaches its holder.</summary>
public sealed class SessionTests
{
    private const string Mail = "maryam@example.org";

    [OnBothDatabases]
    [Theory]
    public async Task After_seven_days_everybody_shows_anew_who_they_are(Provider provider)
    {
        await using var desk = await Desk.On(provider);
        await desk.Member(Mail);
        var session = (await desk.The<SignIn>().Run(Mail, Desk.Password, null, "127.0.0.1", "test"))
            .Value
            .Id;
        for (var day = 0; day < 7; day++)
        {
            // Used every day: that makes it no longer.
            Assert.True(await desk.The<CurrentActor>().Resume(session));
            desk.House.Clock.Advance(TimeSpan.FromDays(1));
        }
        Assert.False(await desk.The<CurrentActor>().Resume(session));
        Assert.Null(await desk.Try(Mail, Desk.Password));
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_changed_password_is_told_to_its_holder_and_ends_the_other_sessions(
        Provider provider
    )
    {
        await using var desk = await Desk.On(provider);
        var id = (await desk.Member(Mail)).PersonId!.Value;
        var sessions = new List<Guid>();
        for (var i = 0; i < 2; i++)
        {
            sessions.Add(
                (await desk.The<SignIn>().Run(Mail, Desk.Password, null, "127.0.0.1", "test"))
                    .Value
                    .Id
            );
        }
        Assert.Empty(
            await desk.The<EditAccount>(id)
                .Password(id, sessions[0], Desk.Password, "یک گذر دراز دیگر")
        );
        Assert.True(await desk.The<CurrentActor>().Resume(sessions[0]));
        Assert.False(await desk.The<CurrentActor>().Resume(sessions[1]));
        Assert.Single(await desk.Letters(Mail), m => m.Title == "password-changed");
        Assert.Equal(2, await desk.Db.Sessions.CountAsync());
    }
}
