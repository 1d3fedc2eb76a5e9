using Karvan.Platform.Jobs;

namespace Karvan.Web.Platform.Workers;

/// <summary>Takes one job after the other. Every web process does; each job goes to one of them.</summary>
/// <param name="heavyToo">Whether this loop takes heavy jobs.</param>
internal sealed partial class JobWorker(
    bool heavyToo,
    RunJobs run,
    TimeProvider clock,
    ILogger<JobWorker> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            Guid? done = null;
            try
            {
                done = await run.Run(heavyToo, null, stoppingToken);
            }
            // The database may be away for a while; the jobs in it wait.
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(log, fault);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            if (done is null)
            {
                await Task.Delay(Pause, clock, stoppingToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Taking a job failed; it will be tried again.")]
    private static partial void Failed(ILogger log, Exception fault);
}
