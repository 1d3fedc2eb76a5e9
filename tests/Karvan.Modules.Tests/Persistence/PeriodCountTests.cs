using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Persistence;

/// <summary>Rows counted by periods in the database, against counting them one by one.</summary>
public sealed class PeriodCountTests
{
    private static readonly string[] Numbers = ["10380284790", "0499370899", "10861123451"];

    [OnBothDatabases]
    [Theory]
    public async Task A_row_falls_into_the_period_that_began_last(Provider provider)
    {
        await using var house = await House.On(provider);
        var starts = new List<DateTime>();
        foreach (var number in Numbers)
        {
            starts.Add(house.Clock.GetUtcNow().UtcDateTime);
            await house.Firm("پسته", "08", number);
            house.Clock.Advance(TimeSpan.FromDays(7));
        }
        starts.Add(house.Clock.GetUtcNow().UtcDateTime);
        var firms = house.As(await house.Expert("08")).Enterprises.AsNoTracking();

        var (before, counts) = await firms.CountByPeriod(e => e.RegisteredAt, starts);
        Assert.Equal(0, before);
        // A period begins with its first moment.
        Assert.Equal([1, 1, 1, 0], counts);

        (before, counts) = await firms.CountByPeriod(e => e.RegisteredAt, [starts[1], starts[3]]);
        Assert.Equal(1, before);
        Assert.Equal([2, 0], counts);

        (before, counts) = await firms.CountByPeriod(e => e.RegisteredAt, [starts[3]]);
        Assert.Equal(3, before);
        Assert.Equal([0], counts);

        // Of what is seen alone.
        (before, counts) = await house
            .As(await house.Expert("09"))
            .Enterprises.CountByPeriod(e => e.RegisteredAt, starts);
        Assert.Equal(0, before + counts.Sum());
    }
}
