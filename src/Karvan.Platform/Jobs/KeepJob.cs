using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Jobs;

/// <summary>Why something is not done to a job.</summary>
public enum JobRefusal
{
    NotFound,

    /// <summary>It is over already.</summary>
    IsOver,

    /// <summary>Only a failed one is tried again.</summary>
    NotFailed,
}

/// <summary>Stops a job: at once where it waits, else as soon as its process hears of it.</summary>
public sealed class CancelJob(KarvanContext db, Changes changes, TimeProvider clock)
{
    public async Task<Outcome<Job, JobRefusal>> Run(
        Guid id,
        CancellationToken cancellation = default
    )
    {
        await using var change = await changes.Begin(PlatformActs.KeepJobs, cancellation);
        var job = await db.Jobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == id, cancellation);
        if (job is null)
        {
            return JobRefusal.NotFound;
        }
        var now = clock.GetUtcNow().UtcDateTime;
        // One that waits is taken and given up in the next round, so that its work is asked to leave things in order.
        var asked = await db
            .Jobs.Where(j =>
                j.Id == id && (j.State == JobState.Waiting || j.State == JobState.Running)
            )
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(j => j.CancelAsked, true)
                        .SetProperty(j => j.RunAfter, j => j.RunAfter > now ? now : j.RunAfter),
                cancellation
            );
        if (asked == 0)
        {
            return JobRefusal.IsOver;
        }
        await change.Commit(new JobCancelled(job.Subject, job.Kind), cancellation);
        return job;
    }
}

/// <summary>Lets a job that failed be tried again.</summary>
public sealed class RetryJob(KarvanContext db, Changes changes, TimeProvider clock)
{
    public async Task<Outcome<Job, JobRefusal>> Run(
        Guid id,
        CancellationToken cancellation = default
    )
    {
        await using var change = await changes.Begin(PlatformActs.KeepJobs, cancellation);
        var job = await db.Jobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == id, cancellation);
        if (job is null)
        {
            return JobRefusal.NotFound;
        }
        var now = clock.GetUtcNow().UtcDateTime;
        var again = await db
            .Jobs.Where(j => j.Id == id && j.State == JobState.Failed)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(j => j.State, JobState.Waiting)
                        .SetProperty(j => j.Tries, 0)
                        .SetProperty(j => j.CancelAsked, false)
                        .SetProperty(j => j.EndedAt, (DateTime?)null)
                        .SetProperty(j => j.RunAfter, now),
                cancellation
            );
        if (again == 0)
        {
            return JobRefusal.NotFailed;
        }
        await change.Commit(new JobRetried(job.Subject, job.Kind), cancellation);
        return job;
    }
}
