using Karvan.Platform.Authorization;
using Karvan.Platform.Jobs;
using Karvan.Platform.Persistence;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Karvan.Modules.Tests.Jobs.TryOutJobs;

namespace Karvan.Modules.Tests.Jobs;

/// <summary>How jobs end: given up, cancelled, given back, tried again.</summary>
public sealed class JobEndTests
{
    [Theory, OnBothDatabases]
    public async Task After_five_tries_it_has_failed_and_can_be_tried_again(Provider provider)
    {
        await using var house = await House.On(provider);
        var id = await Ask(house);
        var given = new List<JobState>();
        var fails = true;
        await using var node = Node(
            house,
            "one",
            (_, _) => fails ? throw new IOException("No.") : Task.CompletedTask,
            (_, outcome) =>
            {
                given.Add(outcome);
                return Task.CompletedTask;
            }
        );
        for (var tries = 0; tries < Job.MostTries; tries++)
        {
            Assert.Equal(id, await node.Work());
            house.Clock.Advance(TimeSpan.FromHours(1));
        }
        Assert.Null(await node.Work());
        Assert.Equal(JobState.Failed, (await Look(house, id)).State);
        Assert.Equal([JobState.Failed], given);

        var expert = await house.Expert("08");
        var db = house.As(expert);
        fails = false;
        Assert.True((await new RetryJob(db, house.ChangesOf(db), house.Clock).Run(id)).Done);
        Assert.Equal(
            JobRefusal.NotFailed,
            (await new RetryJob(db, house.ChangesOf(db), house.Clock).Run(id)).Refused
        );
        Assert.Equal(id, await node.Work());
        Assert.Equal(JobState.Done, (await Look(house, id)).State);
        Assert.Equal(
            JobRefusal.IsOver,
            (await new CancelJob(db, house.ChangesOf(db), house.Clock).Run(id)).Refused
        );
    }

    /// <summary>A job that kills its process leaves no fault behind: the tries tell.</summary>
    [Theory, OnBothDatabases]
    public async Task A_job_that_kills_whoever_takes_it_is_given_up(Provider provider)
    {
        await using var house = await House.On(provider);
        var id = await Ask(house);
        var taker = new TakeJob(house.As(Actor.System), house.Clock, JobSettings.Usual);
        for (var tries = 0; tries < Job.MostTries; tries++)
        {
            Assert.NotNull(await taker.Run(true));
            house.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        var ran = false;
        await using var node = Node(
            house,
            "one",
            (_, _) =>
            {
                ran = true;
                return Task.CompletedTask;
            }
        );
        await node.Work();
        var job = await Look(house, id);
        Assert.Equal((JobState.Failed, false), (job.State, ran));
        Assert.Contains("5 times", job.Fault, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_hopeless_fault_is_not_tried_again(Provider provider)
    {
        await using var house = await House.On(provider);
        var id = await Ask(house);
        await using var node = Node(
            house,
            "one",
            (_, _) => throw new HopelessJobException("Never.")
        );
        await node.Work();
        var job = await Look(house, id);
        Assert.Equal((JobState.Failed, "Never.", 1), (job.State, job.Fault, job.Tries));
    }

    [Theory, OnBothDatabases]
    public async Task A_waiting_job_that_is_cancelled_never_runs(Provider provider)
    {
        await using var house = await House.On(provider);
        var id = await Ask(house);
        var db = house.As(await house.Expert("08"));
        Assert.True((await new CancelJob(db, house.ChangesOf(db), house.Clock).Run(id)).Done);
        var given = new List<JobState>();
        await using var node = Node(
            house,
            "one",
            (_, _) => throw new InvalidOperationException("It ran."),
            (_, outcome) =>
            {
                given.Add(outcome);
                return Task.CompletedTask;
            }
        );
        await node.Work();
        Assert.Equal(JobState.Cancelled, (await Look(house, id)).State);
        Assert.Equal([JobState.Cancelled], given);
        Assert.Equal(
            "JobCancelled",
            (await db.AuditEvents.OrderBy(e => e.Id).LastAsync(e => e.SubjectId == id)).Kind
        );
    }

    [Theory, OnBothDatabases]
    public async Task A_running_job_hears_that_it_is_cancelled(Provider provider)
    {
        await using var house = await House.On(provider);
        var id = await Ask(house);
        var began = new TaskCompletionSource();
        await using var node = Node(
            house,
            "one",
            async (run, cancellation) =>
            {
                run.Report("working", 3, 7);
                began.SetResult();
                await Task.Delay(Timeout.Infinite, cancellation);
            },
            lease: TimeSpan.FromMilliseconds(90),
            clock: TimeProvider.System
        );
        var working = node.Work();
        await began.Task;
        var db = house.As(await house.Expert("08"));
        await new CancelJob(db, house.ChangesOf(db), TimeProvider.System).Run(id);
        await working;
        var job = await Look(house, id);
        Assert.Equal(
            (JobState.Cancelled, "working", 3, 7),
            (job.State, job.Stage, job.Done, job.Total)
        );
    }

    /// <summary>A process that is stopped in order gives its job back, and has not failed.</summary>
    [Theory, OnBothDatabases]
    public async Task A_stopped_process_gives_its_job_back(Provider provider)
    {
        await using var house = await House.On(provider);
        var id = await Ask(house);
        using var stop = new CancellationTokenSource();
        await using var node = Node(
            house,
            "one",
            async (_, cancellation) =>
            {
                await stop.CancelAsync();
                await Task.Delay(Timeout.Infinite, cancellation);
            }
        );
        await node.Work(stopping: stop.Token);
        var job = await Look(house, id);
        Assert.Equal((JobState.Waiting, 0, (string?)null), (job.State, job.Tries, job.Fault));
        var again = 0;
        await using var next = Node(
            house,
            "two",
            (_, _) =>
            {
                again++;
                return Task.CompletedTask;
            }
        );
        Assert.Equal(id, await next.Work());
        Assert.Equal(1, again);
    }

    [Theory, OnBothDatabases]
    public async Task A_busy_process_leaves_heavy_jobs_to_others(Provider provider)
    {
        await using var house = await House.On(provider);
        var heavy = await Ask(house, heavy: true);
        var light = await Ask(house);
        await using var node = Node(house, "one", (_, _) => Task.CompletedTask);
        Assert.Equal(light, await node.Work(heavyToo: false));
        Assert.Null(await node.Work(heavyToo: false));
        Assert.Equal(heavy, await node.Work());
    }

    [Theory, OnBothDatabases]
    public async Task An_expert_of_another_province_sees_no_job(Provider provider)
    {
        await using var house = await House.On(provider);
        var id = await Ask(house);
        var theirs = house.As(await house.Expert("21"));
        Assert.Null(await new JobSearch(theirs).One(id));
        Assert.Equal(
            JobRefusal.NotFound,
            (await new CancelJob(theirs, house.ChangesOf(theirs), house.Clock).Run(id)).Refused
        );
        Assert.Equal(
            JobRefusal.NotFound,
            (await new RetryJob(theirs, house.ChangesOf(theirs), house.Clock).Run(id)).Refused
        );
        Assert.NotNull(await new JobSearch(house.As(await house.Expert("08"))).One(id));
    }
}
