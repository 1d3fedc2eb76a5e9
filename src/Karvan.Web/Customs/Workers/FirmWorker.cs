using Karvan.Core.Accounts;
using Karvan.Core.Customs;

namespace Karvan.Web.Customs.Workers;

/// <summary>Looks from time to time whether firms came, went or changed since trade was added up.</summary>
internal sealed partial class FirmWorker(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<FirmWorker> log
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
