using Karvan.Customs.Records;
using Karvan.Customs.Sums;
using Karvan.Platform.Authorization;
using Karvan.Platform.Jobs;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Karvan.Modules.Tests.Customs;

/// <summary>No change is left out of the sums because it came while they were made.</summary>
public sealed class LateSumTests
{
    private static readonly string Number = Numbers.Legal(1);

    /// <summary>Somebody sees the job wait, and saves what changed when it has begun already: nobody else will add it up.</summary>
    [Theory, OnBothDatabases]
    public async Task What_changes_while_sums_are_made_is_added_up_by_the_same_job(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        await house.Firm("یک", "08", Number);
        await desk.Import(expert, DrawnLines.Text(DrawnLines.Draw(7, 20, 0, Number)));
        await using var scope = desk.As(Actor.System);
        var services = scope.ServiceProvider;
        var run = await services.GetRequiredService<TakeJob>().Run(heavyToo: true);
        Assert.Equal(SumTrade.JobKind, run!.Kind);
        var late = new AtFirstGlance(() =>
            house
                .As(Actor.System)
                .Set<TradeSumState>()
                .ExecuteUpdate(set => set.SetProperty(s => s.Asked, s => s.Asked + 1))
        );
        await ActivatorUtilities
            .CreateInstance<SumTrade>(services, late)
            .Run(run, TestContext.Current.CancellationToken);
        var state = await house
            .As(Actor.System)
            .Set<TradeSumState>()
            .SingleAsync(s => s.Province == "08", TestContext.Current.CancellationToken);
        Assert.Equal((2, 2, 2), (state.Asked, state.Made, state.Generation));
    }

    private sealed class AtFirstGlance(Action then) : TimeProvider
    {
        private int glances;

        public override DateTimeOffset GetUtcNow()
        {
            if (glances++ == 0)
            {
                then();
            }
            return base.GetUtcNow();
        }
    }
}
