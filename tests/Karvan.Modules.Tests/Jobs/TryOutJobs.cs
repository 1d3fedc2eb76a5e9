using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.Jobs;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Karvan.Modules.Tests.Jobs;

/// <summary>Jobs that do whatever a test says, and the processes that work on them.</summary>
internal static class TryOutJobs
{
    public static readonly Subject About = new(
        "Anything",
        Guid.CreateVersion7(),
        Body.Shared,
        "08"
    );

    public static async Task<Guid> Ask(House house, bool heavy = false, string? argument = null)
    {
        var db = house.As(Actor.System);
        var job = Job.Ask(
            TryOut.TheKind,
            About,
            Author.System,
            house.Clock.GetUtcNow().UtcDateTime,
            heavy,
            argument
        );
        db.Jobs.Add(job);
        await db.SaveChangesAsync();
        return job.Id;
    }

    public static Task<Job> Look(House house, Guid id) =>
        house.As(Actor.System).Jobs.AsNoTracking().SingleAsync(j => j.Id == id);

    public static JobNode Node(
        House house,
        string name,
        Func<JobRun, CancellationToken, Task> run,
        Func<JobRun, JobState, Task>? giveUp = null,
        TimeSpan? lease = null,
        TimeProvider? clock = null
    ) => new(house, name, s => s.AddSingleton<IJobWork>(new TryOut(run, giveUp)), lease, clock);
}
