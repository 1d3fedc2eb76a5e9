using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Platform.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Karvan.Platform.Jobs;

/// <summary>
/// Takes a job and does it: keeps the lease alive meanwhile, and settles how it went. Any number of processes may run this
/// on one database, and any of them may be killed at any point.
/// </summary>
public sealed partial class RunJobs(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    JobSettings settings,
    ILogger<RunJobs> log,
    KarvanMeter? meter = null
)
{
    private const int LongestFault = 1000;

    /// <summary>How often progress shows, at most.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <param name="heavyToo">Whether this process has no heavy one at work.</param>
    /// <param name="only">One job alone; null for any.</param>
    /// <returns>The job it worked on; null when there was nothing to do.</returns>
    public async Task<Guid?> Run(
        bool heavyToo = true,
        Guid? only = null,
        CancellationToken stopping = default
    )
    {
        await using var scope = Scope();
        var run = await scope
            .ServiceProvider.GetRequiredService<TakeJob>()
            .Run(heavyToo, only, stopping);
        if (run is null)
        {
            return null;
        }
        if (run.EndsAtOnce is { } why)
        {
            await Settle(run, new JobEnd(why.State, why.Fault));
            return run.Id;
        }
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var beating = KeepAlive(run, ended);
        var end = await Do(scope.ServiceProvider, run, stopping, ended.Token);
        await ended.CancelAsync();
        var cancelled = await beating;
        await Settle(run, cancelled && end != JobEnd.Done ? JobEnd.Cancelled : end);
        return run.Id;
    }

    private async Task<JobEnd> Do(
        IServiceProvider services,
        JobRun run,
        CancellationToken stopping,
        CancellationToken cancellation
    )
    {
        try
        {
            var work =
                services.GetServices<IJobWork>().SingleOrDefault(w => w.Kind == run.Kind)
                ?? throw new HopelessJobException(
                    $"Nothing here does jobs of the kind {run.Kind}."
                );
            await work.Run(run, cancellation);
            return JobEnd.Done;
        }
        catch (LeaseLostException)
        {
            return JobEnd.Lost;
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            return JobEnd.Stopped;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // By a person, or because the lease is gone: the beat knows which.
            return JobEnd.Lost;
        }
        catch (HopelessJobException fault)
        {
            return new JobEnd(JobState.Failed, Shown(fault));
        }
        // Whatever a job meets, the process goes on, and the job is tried again.
        catch (Exception fault)
        {
            Failed(log, fault, run.Kind, run.Id);
            return new JobEnd(JobState.Waiting, Shown(fault));
        }
    }

    /// <summary>Gives signs of life until the work is over.</summary>
    /// <returns>Whether somebody asked to cancel it.</returns>
    private async Task<bool> KeepAlive(JobRun run, CancellationTokenSource ended)
    {
        var pause = settings.Lease / 3 < Beat ? settings.Lease / 3 : Beat;
        while (!ended.IsCancellationRequested)
        {
            await Task.Delay(pause, ended.Token)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ended.IsCancellationRequested)
            {
                break;
            }
            try
            {
                await using var scope = Scope();
                var db = scope.ServiceProvider.GetRequiredService<KarvanContext>();
                var (stage, done, total) = run.Progress;
                var until = clock.GetUtcNow().UtcDateTime + settings.Lease;
                int kept;
                using (await db.WriteGate.Enter(ended.Token))
                {
                    kept = await run.Own(db)
                        .ExecuteUpdateAsync(
                            set =>
                                set.SetProperty(j => j.LeasedUntil, until)
                                    .SetProperty(j => j.Stage, stage)
                                    .SetProperty(j => j.Done, done)
                                    .SetProperty(j => j.Total, total),
                            ended.Token
                        );
                }
                var cancel =
                    kept == 1 && await run.Own(db).AnyAsync(j => j.CancelAsked, ended.Token);
                if (kept != 1 || cancel)
                {
                    await ended.CancelAsync();
                    return cancel;
                }
            }
            catch (OperationCanceledException) when (ended.IsCancellationRequested)
            {
                break;
            }
            catch (Exception fault)
            {
                // The database may be away for a moment; the lease says how long that may last.
                Missed(log, fault, run.Id);
            }
        }
        return false;
    }

    private async Task Settle(JobRun run, JobEnd end)
    {
        if (end == JobEnd.Lost)
        {
            return;
        }
        if (run.Finished)
        {
            meter?.JobFinished(run.Kind, Word(JobState.Done));
            return;
        }
        await using var scope = Scope();
        var db = scope.ServiceProvider.GetRequiredService<KarvanContext>();
        var now = clock.GetUtcNow().UtcDateTime;
        var tries = await run.Own(db).Select(j => j.Tries).SingleOrDefaultAsync();
        var state =
            end.State is JobState.Waiting && end.Fault is not null && tries >= Job.MostTries
                ? JobState.Failed
                : end.State;
        if (state is JobState.Failed or JobState.Cancelled)
        {
            await GiveUp(scope.ServiceProvider, run, state);
        }
        DateTime? over = state is JobState.Waiting ? null : now;
        var next = end.Fault is null ? now : Job.NextTry(tries, now);
        // A process that is stopped has not failed.
        var counted = end == JobEnd.Stopped ? tries - 1 : tries;
        meter?.JobFinished(run.Kind, Word(state));
        using var writer = await db.WriteGate.Enter(CancellationToken.None);
        await run.Own(db)
            .ExecuteUpdateAsync(set =>
                set.SetProperty(j => j.State, state)
                    .SetProperty(j => j.Fault, end.Fault)
                    .SetProperty(j => j.Tries, counted)
                    .SetProperty(j => j.RunAfter, next)
                    .SetProperty(j => j.EndedAt, over)
                    .SetProperty(j => j.LeasedUntil, (DateTime?)null)
            );
    }

    private async Task GiveUp(IServiceProvider services, JobRun run, JobState end)
    {
        try
        {
            if (
                services.GetServices<IJobWork>().SingleOrDefault(w => w.Kind == run.Kind) is
                { } work
            )
            {
                await work.GiveUp(run, end, CancellationToken.None);
            }
        }
        catch (LeaseLostException)
        {
            // Somebody else settles it.
        }
        catch (Exception fault)
        {
            Failed(log, fault, run.Kind, run.Id);
        }
    }

    private AsyncServiceScope Scope()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Be(Actor.System);
        return scope;
    }

    /// <summary>How a try ended, for counting; a closed list.</summary>
    private static string Word(JobState state) =>
        state switch
        {
            JobState.Done => "done",
            JobState.Failed => "failed",
            JobState.Cancelled => "cancelled",
            _ => "again",
        };

    private static string Shown(Exception fault) =>
        fault.Message.Length > LongestFault ? fault.Message[..LongestFault] : fault.Message;

    [LoggerMessage(LogLevel.Error, "A try of job {Id} ({Kind}) failed.")]
    private static partial void Failed(ILogger log, Exception fault, string kind, Guid id);

    [LoggerMessage(LogLevel.Warning, "The lease of job {Id} could not be kept alive this time.")]
    private static partial void Missed(ILogger log, Exception fault, Guid id);

    /// <param name="Fault">Why a try failed.</param>
    private sealed record JobEnd(JobState State, string? Fault)
    {
        public static JobEnd Done { get; } = new(JobState.Done, null);
        public static JobEnd Cancelled { get; } = new(JobState.Cancelled, null);

        /// <summary>The process is stopped in order; the next one may take the job at once.</summary>
        public static JobEnd Stopped { get; } = new(JobState.Waiting, null);

        /// <summary>The row is another process's, which will settle it.</summary>
        public static JobEnd Lost { get; } = new(JobState.Running, null);
    }
}
