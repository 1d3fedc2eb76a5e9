using Karvan.Core.Accounts;
using Karvan.Core.Customs;
using Karvan.Core.Jobs;
using Karvan.Web.Settings;

namespace Karvan.Web.Startup;

/// <summary>Jobs of this process: one loop for whatever comes, one that leaves heavy ones aside, so that small jobs never wait for a large file.</summary>
internal static class JobSetting
{
    public static void AddJobRounds(this IServiceCollection services, KarvanSettings settings)
    {
        services.AddJobs(JobSettings.Usual with { Lease = settings.JobLease });
        services.AddCustoms(new CustomsLimits(settings.LargestCustomsFile));
        if (settings.RunsJobs)
        {
            services.AddSingleton<IHostedService>(s =>
                ActivatorUtilities.CreateInstance<JobRounds>(s, true)
            );
            services.AddSingleton<IHostedService>(s =>
                ActivatorUtilities.CreateInstance<JobRounds>(s, false)
            );
            services.AddHostedService<FirmRounds>();
        }
    }
}

/// <summary>Takes one job after the other. Every web process does; each job goes to one of them.</summary>
/// <param name="heavyToo">Whether this loop takes heavy jobs.</param>
internal sealed partial class JobRounds(
    bool heavyToo,
    RunJobs run,
    TimeProvider clock,
    ILogger<JobRounds> log
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

    [LoggerMessage(LogLevel.Error, "A round of jobs failed.")]
    private static partial void Failed(ILogger log, Exception fault);
}

/// <summary>Looks from time to time whether firms came, went or changed since trade was added up.</summary>
internal sealed partial class FirmRounds(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<FirmRounds> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, clock, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CurrentActor>().Be(Actor.System);
                await scope.ServiceProvider.GetRequiredService<WatchFirms>().Run(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(log, fault);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Whether firms changed could not be seen.")]
    private static partial void Failed(ILogger log, Exception fault);
}
