using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Accounts;

/// <summary>Until when somebody was here before the session they are in.</summary>
public sealed class LastVisitTests
{
    private static readonly DateTime Morning = new(2026, 11, 22, 8, 0, 0, DateTimeKind.Utc);

    [OnBothDatabases]
    [Theory]
    public async Task The_last_of_their_earlier_sessions_counts(Provider provider)
    {
        await using var house = await House.On(provider);
        var person = (await house.Somebody()).PersonId!.Value;
        var other = (await house.Somebody()).PersonId!.Value;
        var first = await Begin(house, person, Morning, seen: Morning.AddHours(2));
        Assert.Null(await SeenBefore(house, person, first));

        await Begin(house, other, Morning.AddHours(1), seen: Morning.AddHours(8));
        var second = await Begin(house, person, Morning.AddHours(9), seen: Morning.AddHours(9));
        Assert.Equal(Morning.AddHours(2), await SeenBefore(house, person, second));
        // It is nobody else's session.
        Assert.Null(await SeenBefore(house, other, second));
    }

    [OnBothDatabases]
    [Theory]
    public async Task One_that_goes_on_meanwhile_counts_until_this_one_began(Provider provider)
    {
        await using var house = await House.On(provider);
        var person = (await house.Somebody()).PersonId!.Value;
        await Begin(house, person, Morning, seen: Morning.AddHours(7));
        var now = await Begin(house, person, Morning.AddHours(3), seen: Morning.AddHours(3));
        Assert.Equal(Morning.AddHours(3), await SeenBefore(house, person, now));
        // A later one is no earlier visit.
        await Begin(house, person, Morning.AddHours(5), seen: Morning.AddHours(6));
        Assert.Equal(Morning.AddHours(3), await SeenBefore(house, person, now));
    }

    private static async Task<Guid> Begin(House house, Guid person, DateTime at, DateTime seen)
    {
        var db = house.As(Actor.System);
        var session = Session.Start(person, "192.0.2.1", "test", at);
        db.Sessions.Add(session);
        await db.SaveChangesAsync();
        await db
            .Sessions.Where(s => s.Id == session.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, seen));
        return session.Id;
    }

    private static Task<DateTime?> SeenBefore(House house, Guid person, Guid session)
    {
        var db = house.As(Actor.System);
        return new Sessions(db, house.ChangesOf(db), house.Clock).SeenBefore(person, session);
    }
}
