using Karvan.Core.Accounts;
using Karvan.Core.Files;
using Karvan.Web.Settings;

namespace Karvan.Web.Startup;

/// <summary>The scanner, where one is set up, and the rounds in which waiting files are brought to it.</summary>
internal static class ScanSetting
{
    /// <summary>Shorter than the time for which a file is taken.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static void AddScanning(this IServiceCollection services, KarvanSettings settings)
    {
        services.AddSingleton(settings.Files);
        services.AddSingleton(new Scanning(settings.ClamAv is not null));
        if (settings.ClamAv is (var host, var port))
        {
            services.AddSingleton<IScanner>(new ClamAv(host, port, Patience));
            services.AddScoped<ScanFiles>();
            services.AddHostedService<ScanRounds>();
        }
    }
}

/// <summary>Looks every few seconds for files that wait for the scanner. Every web process does; each file goes to one.</summary>
internal sealed partial class ScanRounds(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<ScanRounds> log
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
                // A round that fails is no reason to hold files back for ever.
                Failed(log, fault);
            }
            if (done is not ScanTry.Scanned)
            {
                await Task.Delay(Pause, clock, stoppingToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "A round of scanning files failed.")]
    private static partial void Failed(ILogger log, Exception fault);
}
