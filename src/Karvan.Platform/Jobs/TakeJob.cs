using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Jobs;

/// <summary>
/// Takes the job that waits longest, or one whose process has not been heard of since its lease ran out. Of one kind with
/// the same argument the second waits until the first is over: both would write the same rows.
/// </summary>
public sealed class TakeJob(KarvanContext db, TimeProvider clock, JobSettings settings)
{
    private const int Looked = 5;

    /// <param name="heavyToo">Whether this process has no heavy one at work.</param>
    /// <param name="only">One job alone; null for any.</param>
    /// <returns>Null when there is nothing to do.</returns>
    public async Task<JobRun?> Run(
        bool heavyToo,
        Guid? only = null,
        CancellationToken cancellation = default
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var waiting = await Free()
            .AsNoTracking()
            .Where(j =>
                (j.State == JobState.Waiting && j.RunAfter <= now)
                || (j.State == JobState.Running && j.LeasedUntil <= now)
            )
            .Where(j => (heavyToo || !j.IsHeavy) && (only == null || j.Id == only))
            .OrderBy(j => j.RunAfter)
            .ThenBy(j => j.Id)
            .Take(Looked)
            .ToListAsync(cancellation);
        foreach (var job in waiting)
        {
            if (await Take(job, now, cancellation))
            {
                var taken = await db
                    .Jobs.IgnoreQueryFilters()
                    .AsNoTracking()
                    .SingleAsync(j => j.Id == job.Id, cancellation);
                return new JobRun(taken);
            }
        }
        return null;
    }

    private async Task<bool> Take(Job job, DateTime now, CancellationToken cancellation)
    {
        var (id, fence, until) = (job.Id, job.Fence, now + settings.Lease);
        using var writer = await db.WriteGate.Enter(cancellation);
        return await Free()
                .Where(j => j.Id == id && j.Fence == fence && j.State == job.State)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(j => j.State, JobState.Running)
                            .SetProperty(j => j.Fence, fence + 1)
                            .SetProperty(j => j.Tries, j => j.Tries + 1)
                            .SetProperty(j => j.LeasedBy, settings.Name)
                            .SetProperty(j => j.LeasedUntil, until)
                            .SetProperty(j => j.StartedAt, j => j.StartedAt ?? now),
                    cancellation
                ) == 1;
    }

    /// <summary>Those that need not wait for another of their kind with the same argument.</summary>
    private IQueryable<Job> Free() =>
        db
            .Jobs.IgnoreQueryFilters()
            .Where(j =>
                j.State == JobState.Running
                || j.Argument == null
                || !db.Set<Job>()
                    .Any(o =>
                        o.Kind == j.Kind && o.Argument == j.Argument && o.State == JobState.Running
                    )
            );
}

/// <summary>How this process works on jobs.</summary>
/// <param name="Lease">How long a job is its own without a sign of life; it gives one three times as often, and more.</param>
/// <param name="Name">Machine and process, as the page of jobs shows it.</param>
public sealed record JobSettings(TimeSpan Lease, string Name)
{
    public static JobSettings Usual { get; } =
        new(TimeSpan.FromSeconds(30), $"{Environment.MachineName}/{Environment.ProcessId}");
}
