using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Files;

namespace Karvan.Web.Platform.Workers;

/// <summary>Looks every few seconds for files that wait for the scanner. Every web process does; each file goes to one.</summary>
internal sealed partial class ScanWorker(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<ScanWorker> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var done = ScanTry.NothingToDo;
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CurrentActor>().Be(Actor.System);
                done = await scope
                    .ServiceProvider.GetRequiredService<ScanFiles>()
                    .Run(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // One failure is no reason to hold files back for ever.
                Failed(log, fault);
            }
            if (done is not ScanTry.Scanned)
            {
                await Task.Delay(Pause, clock, stoppingToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Scanning files failed; it will be tried again.")]
    private static partial void Failed(ILogger log, Exception fault);
}
