using System.Globalization;
using Karvan.Platform.Accounts;
using Karvan.Platform.Audit;
using Karvan.Platform.Authorization;
using Karvan.Web.Settings;

namespace Karvan.Web.Platform.Workers;

/// <summary>Looks every hour whether the heads of the record went out within the last day; of many processes one sends them.</summary>
internal sealed partial class HeadsWorker(
    IServiceScopeFactory scopes,
    WitnessSettings settings,
    TimeProvider clock,
    ILogger<HeadsWorker> log
) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Publish(stoppingToken);
            }
            // The database may be away for a while, or the disk full: the next round tries again.
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(log, fault);
            }
            await Task.Delay(Round, clock, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    internal async Task<SignedHeads?> Publish(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Be(Actor.System);
        using var key = WitnessSettings.Open(settings.Key);
        var published = await scope
            .ServiceProvider.GetRequiredService<PublishHeads>()
            .Run(settings.Mails, key, cancellation);
        if (published is not null && settings.Folder is { } folder)
        {
            var name = string.Create(
                CultureInfo.InvariantCulture,
                $"heads-{published.At:yyyyMMdd'T'HHmmss'Z'}.csv"
            );
            await File.WriteAllTextAsync(Path.Combine(folder, name), published.Text, cancellation);
            if (published.Signature is { } signature)
            {
                await File.WriteAllBytesAsync(
                    Path.Combine(folder, name + ".sig"),
                    Convert.FromBase64String(signature),
                    cancellation
                );
            }
        }
        return published;
    }

    [LoggerMessage(
        LogLevel.Error,
        "The heads of the record were not published; they will be tried again."
    )]
    private static partial void Failed(ILogger log, Exception fault);
}
