using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Modules;
using Karvan.Platform.Notices;

namespace Karvan.Web.Platform.Workers;

/// <summary>Reminds of deadlines and sends the letters of the day: looks every quarter of an hour what is due.</summary>
internal sealed partial class NoticeWorker(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<NoticeWorker> log
) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(15);

    /// <summary>A program that has just begun has pages to answer first.</summary>
    private static readonly TimeSpan Beginning = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(Beginning, clock, stoppingToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Tell(stoppingToken);
            }
            // The database may be away for a while: the next round makes up for it.
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(log, fault);
            }
            await Task.Delay(Round, clock, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    internal async Task Tell(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CurrentActor>().Be(Actor.System);
        // Reminders first: the letter of the day holds them too.
        await services.GetRequiredService<TellDeadlines>().Run(cancellation);
        await services.GetRequiredService<SendDigests>().Run(cancellation);
    }

    [LoggerMessage(LogLevel.Error, "People were not reminded; it will be tried again.")]
    private static partial void Failed(ILogger log, Exception fault);
}
