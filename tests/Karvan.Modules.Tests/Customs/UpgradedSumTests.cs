using Karvan.Customs;
using Karvan.Customs.Records;
using Karvan.Customs.Sums;
using Karvan.Platform.Authorization;
using Karvan.Platform.Jobs;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace Karvan.Modules.Tests.Customs;

/// <summary>A database whose sums were made before countries and goods were kept together has them after the upgrade.</summary>
public sealed class UpgradedSumTests
{
    private const string Before = "AskedLetters";

    [Theory, OnBothDatabases]
    public async Task Sums_by_country_and_good_are_made_without_anybody_doing_anything(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        foreach (var (province, number) in new[] { ("08", 1), ("21", 2) })
        {
            await house.Firm("یک", province, Numbers.Legal(number));
            await desk.Import(
                await house.Expert(province),
                $"A{number},1,export,1401/02/03,{Numbers.Legal(number)},842320,IQ,100,10\n",
                province
            );
        }
        await desk.WorkAll();
        await Back(house, forget: "08");
        Assert.Empty(await Together(desk, expert));

        await Databases.Migrate(house.As(Actor.System));
        // The one that is whole is left alone.
        var asked = await house
            .As(Actor.System)
            .Jobs.Where(j => j.State == JobState.Waiting)
            .Select(j => new
            {
                j.Kind,
                j.Argument,
                j.Province,
                j.AskedBy,
            })
            .ToListAsync();
        Assert.Equal(
            [
                new
                {
                    Kind = "sum-trade",
                    Argument = (string?)"08",
                    Province = (string?)"08",
                    AskedBy = "system",
                },
            ],
            asked
        );
        await desk.WorkAll();
        Assert.Equal(100_00, Assert.Single(await Together(desk, expert)).Sum.ValueCents);
        Assert.False(
            await house.As(Actor.System).Set<TradeSumState>().AnyAsync(s => s.Made != s.Asked)
        );

        // Asked for already: nothing is asked twice.
        await Back(house, forget: "08");
        await Databases.Migrate(house.As(Actor.System));
        await Back(house, forget: null);
        await Databases.Migrate(house.As(Actor.System));
        Assert.Equal(
            1,
            await house.As(Actor.System).Jobs.CountAsync(j => j.State == JobState.Waiting)
        );
    }

    /// <summary>As the database was before.</summary>
    private static async Task Back(House house, string? forget)
    {
        var db = house.As(Actor.System);
        await db.GetService<IMigrator>().MigrateAsync(Before);
        await db.Set<TradeSum>()
            .Where(s => s.Kind == SumKind.CountryGoods && s.Province == forget)
            .ExecuteDeleteAsync();
    }

    private static Task<IReadOnlyList<GoodsTotal>> Together(CustomsDesk desk, Actor expert) =>
        desk.Do<ProvinceTrade, IReadOnlyList<GoodsTotal>>(
            expert,
            t => t.Together("08", "IQ", "8423")
        );
}
