using Karvan.Platform.Authorization;
using Karvan.Platform.Jobs;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Karvan.Modules.Tests.Jobs.TryOutJobs;

namespace Karvan.Modules.Tests.Jobs;

/// <summary>Jobs are done once in effect, whatever happens to those who do them.</summary>
public sealed class JobTests
{
    [Theory, OnBothDatabases]
    public async Task A_job_is_done_and_says_who_did_it(Provider provider)
    {
        await using var house = await House.On(provider);
        var id = await Ask(house);
        var ran = 0;
        await using var node = Node(
            house,
            "one",
            (_, _) =>
            {
                ran++;
                return Task.CompletedTask;
            }
        );
        Assert.Equal(id, await node.Work());
        Assert.Null(await node.Work());
        var job = await Look(house, id);
        Assert.Equal((JobState.Done, 1, "one", 1), (job.State, job.Fence, job.LeasedBy, ran));
        Assert.NotNull(job.EndedAt);
    }

    /// <summary>Many takers, each job one of them.</summary>
    [Theory, OnBothDatabases]
    public async Task Of_many_processes_one_gets_each_job(Provider provider)
    {
        await using var house = await House.On(provider);
        var asked = new List<Guid>();
        for (var i = 0; i < 12; i++)
        {
            asked.Add(await Ask(house));
        }
        var done = new System.Collections.Concurrent.ConcurrentBag<Guid>();
        var nodes = Enumerable
            .Range(0, 6)
            .Select(n =>
                Node(
                    house,
                    $"node {n}",
                    (run, _) =>
                    {
                        done.Add(run.Id);
                        return Task.CompletedTask;
                    }
                )
            )
            .ToList();
        await Task.WhenAll(
            nodes.Select(async node =>
            {
                // Another may be quicker five times in a row; then there are others left.
                while (done.Count < asked.Count)
                {
                    await node.Work();
                }
            })
        );
        Assert.Equal(asked.Order(), done.Order());
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    [Theory, OnBothDatabases]
    public async Task The_second_of_the_same_waits_for_the_first(Provider provider)
    {
        await using var house = await House.On(provider);
        var first = await Ask(house, argument: "08");
        var second = await Ask(house, argument: "08");
        var other = await Ask(house, argument: "21");
        JobNode? idle = null;
        var meanwhile = new List<Guid?>();
        await using var busy = Node(
            house,
            "busy",
            async (_, stop) =>
                meanwhile.AddRange([
                    await idle!.Work(stopping: stop),
                    await idle.Work(stopping: stop),
                ])
        );
        idle = Node(house, "idle", (_, _) => Task.CompletedTask);
        await using (idle)
        {
            Assert.Equal(first, await busy.Work());
            Assert.Equal([other, null], meanwhile);
            Assert.Equal(second, await idle.Work());
        }
    }

    /// <summary>The slow process wakes up after its job was taken over, and saves nothing.</summary>
    [Theory, OnBothDatabases]
    public async Task Who_lost_the_lease_saves_nothing(Provider provider)
    {
        await using var house = await House.On(provider);
        var id = await Ask(house);
        var first = house.As(Actor.System);
        var slow = await new TakeJob(first, house.Clock, JobSettings.Usual).Run(true);
        house.Clock.Advance(JobSettings.Usual.Lease + TimeSpan.FromSeconds(1));
        await using var node = Node(house, "two", (_, _) => Task.CompletedTask);
        Assert.Equal(id, await node.Work());
        Assert.Equal(2, (await Look(house, id)).Fence);
        await using var transaction = await first.Database.BeginTransactionAsync();
        await Assert.ThrowsAsync<LeaseLostException>(() => slow!.Hold(first, default));
        await Assert.ThrowsAsync<LeaseLostException>(() => slow!.Save(first, "half", default));
        await Assert.ThrowsAsync<LeaseLostException>(() =>
            slow!.Finish(first, house.Clock.GetUtcNow().UtcDateTime, default)
        );
        await transaction.RollbackAsync();
        Assert.Null((await Look(house, id)).Checkpoint);
    }

    [Theory, OnBothDatabases]
    public async Task A_running_job_is_nobody_elses_until_its_lease_runs_out(Provider provider)
    {
        await using var house = await House.On(provider);
        await Ask(house);
        var taker = new TakeJob(house.As(Actor.System), house.Clock, JobSettings.Usual);
        Assert.NotNull(await taker.Run(true));
        Assert.Null(await taker.Run(true));
        house.Clock.Advance(JobSettings.Usual.Lease - TimeSpan.FromSeconds(1));
        Assert.Null(await taker.Run(true));
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull(await taker.Run(true));
    }

    [Theory, OnBothDatabases]
    public async Task A_later_try_goes_on_from_the_checkpoint(Provider provider)
    {
        await using var house = await House.On(provider);
        var id = await Ask(house);
        var seen = new List<string?>();
        var db = house.As(Actor.System);
        await using var node = Node(
            house,
            "one",
            async (run, cancellation) =>
            {
                seen.Add(run.Checkpoint);
                await run.Save(db, $"step {seen.Count}", cancellation);
                if (seen.Count < 3)
                {
                    throw new IOException("The disk is away.");
                }
            }
        );
        await node.Work();
        var failed = await Look(house, id);
        Assert.Equal(
            (JobState.Waiting, "The disk is away.", "step 1"),
            (failed.State, failed.Fault, failed.Checkpoint)
        );
        Assert.Null(await node.Work());
        house.Clock.Advance(TimeSpan.FromSeconds(5));
        await node.Work();
        // The second pause is twice as long.
        house.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Null(await node.Work());
        house.Clock.Advance(TimeSpan.FromSeconds(5));
        await node.Work();
        Assert.Equal([null, "step 1", "step 2"], seen);
        Assert.Equal(JobState.Done, (await Look(house, id)).State);
    }
}
