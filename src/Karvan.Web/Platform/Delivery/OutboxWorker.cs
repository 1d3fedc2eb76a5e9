using Karvan.Platform.Outbox;
using Karvan.Web.Settings;

namespace Karvan.Web.Platform.Delivery;

/// <summary>Looks into the outbox every few seconds and sends what waits there.</summary>
internal sealed partial class OutboxWorker(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<OutboxWorker> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<DeliverOutbox>().Run(stoppingToken);
            }
            // The database may be away for a while: messages wait, and so does their sender.
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(e);
            }
            await Task.Delay(Pause, clock, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Messages were not sent; they will be tried again."
    )]
    private partial void LogFault(Exception fault);
}

internal static class Carriers
{
    /// <summary>A carrier for each channel that is set; without any, messages wait in the outbox.</summary>
    public static void AddDelivery(this IServiceCollection services, DeliverySettings settings)
    {
        if (settings.Smtp is { } smtp)
        {
            services.AddSingleton<ICarrier>(new SmtpCarrier(smtp));
        }
        if (settings.Sms is { } sms)
        {
            services.AddSingleton<ICarrier>(new SmsCarrier(new HttpClient(), sms));
        }
        if (settings.Smtp is not null || settings.Sms is not null)
        {
            services.AddHostedService<OutboxWorker>();
        }
    }
}
